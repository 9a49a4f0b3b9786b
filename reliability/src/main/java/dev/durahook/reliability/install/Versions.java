package dev.durahook.reliability.install;

import java.util.List;

/**
 * Rolls the applications to an older version and back to the newer one, in the order that docs/upgrade.md says.
 */
public final class Versions {

    private final List<RollOut> receiversFirst;
    private final Runnable afterwards;
    private volatile boolean isOlder;

    /** Replaces the processes of an application by processes of the older version or of the newer one. */
    interface RollOut {
        void roll(boolean olderVersion);
    }

    /**
     * The versions of these applications.
     *
     * @param receiversFirst the applications, the worker last
     * @param afterwards is run when all applications are of one version again
     */
    Versions(List<? extends RollOut> receiversFirst, Runnable afterwards) {
        this.receiversFirst = List.copyOf(receiversFirst);
        this.afterwards = afterwards;
    }

    /** Goes back: receivers first, then workers, so that no worker gets an event from a newer receiver. */
    public void goBack() {
        isOlder = true;
        receiversFirst.forEach(application -> application.roll(true));
        afterwards.run();
    }

    /** Goes forward: workers first, then receivers. */
    public void goForward() {
        for (int i = receiversFirst.size() - 1; i >= 0; i--) {
            receiversFirst.get(i).roll(false);
        }
        isOlder = false;
        afterwards.run();
    }

    /** Whether the applications are of the older version. */
    public boolean isOlder() {
        return isOlder;
    }
}
