package dev.durahook.testsupport;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** Measures what an action costs. Unlike the time that passes, it does not depend on other work on the machine. */
public final class CpuTime {

    private CpuTime() {}

    /** Runs an action and returns the CPU time that it has taken of this thread. */
    public static Duration of(Runnable action) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        action.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }
}
