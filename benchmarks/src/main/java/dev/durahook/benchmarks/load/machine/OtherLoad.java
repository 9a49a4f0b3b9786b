package dev.durahook.benchmarks.load.machine;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** How busy the machine is with other work. */
public final class OtherLoad {

    private static final long LOOK_MILLIS = 1_000;

    private OtherLoad() {}

    /** Looks for a second how many processors are busy with anything but these processes. */
    public static double read(List<ProcessGroup> ours) {
        Usage before = Usage.read(ours);
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at the machine", e);
        }
        Usage used = Usage.read(ours).since(before);
        return (used.machine() - used.ours()) / LOOK_MILLIS;
    }
}
