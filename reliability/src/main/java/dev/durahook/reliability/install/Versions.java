package dev.durahook.reliability.install;

import java.util.List;

/**
 * Rolls the applications to an older version and back to the newer one, in the order that docs/upgrade.md says. After each
 * roll-out, the parked events are retried, so that the histories of one version are replayed by the other.
 */
public final class Versions {

    private final List<Application> receiversFirst;
    private final ParkedEvents parked;
    private volatile boolean isOlder;

    /**
     * The versions of these applications.
     *
     * @param receiversFirst the applications, the worker last
     */
    Versions(List<Application> receiversFirst, ParkedEvents parked) {
        this.receiversFirst = List.copyOf(receiversFirst);
        this.parked = parked;
    }

    /** Goes back: receivers first, then workers, so that no worker gets an event from a newer receiver. */
    public void goBack() {
        isOlder = true;
        receiversFirst.forEach(application -> application.roll(true));
        parked.retry();
    }

    /** Goes forward: workers first, then receivers. */
    public void goForward() {
        for (int i = receiversFirst.size() - 1; i >= 0; i--) {
            receiversFirst.get(i).roll(false);
        }
        isOlder = false;
        parked.retry();
    }

    /** Whether the applications are of the older version. */
    public boolean isOlder() {
        return isOlder;
    }
}
