package dev.durahook.workflows.failure;

import java.util.Arrays;
import java.util.List;

/**
 * Keeps the part of a stack trace that belongs to the author's code. The Web UI shows the whole stack trace beside the
 * message, and most of its about thirty lines are Temporal's calls that lead to the activity.
 */
public final class AuthorsFrames {

    // Endless recursion makes a stack trace with a thousand frames.
    private static final int MOST = 50;

    private static final List<String> AROUND = List.of(
            "io.temporal.",
            "jdk.internal.reflect.",
            "java.lang.reflect.",
            "java.util.Optional",
            "java.util.concurrent.",
            "java.lang.Thread",
            TrimmedFailures.class.getName() + "$",
            "dev.durahook.worker.logging.FailedAttempts",
            "dev.durahook.worker.logging.LoggedAttempts",
            "dev.durahook.worker.metrics.MeasuredAttempts",
            "dev.durahook.worker.slots.RunningAttempts",
            "dev.durahook.worker.inline.",
            "dev.durahook.worker.destination.",
            "dev.durahook.testing.time.WatchedAttempt",
            "dev.durahook.workflows.handling.",
            "dev.durahook.workflows.policy.");

    private AuthorsFrames() {}

    /** Removes frames only at both ends, so all frames between the author's frames are kept. */
    public static StackTraceElement[] of(StackTraceElement[] trace) {
        int first = 0;
        int end = trace.length;
        while (end > 0 && isAround(trace[end - 1])) {
            end--;
        }
        while (first < end && isAround(trace[first])) {
            first++;
        }
        return Arrays.copyOfRange(trace, first, Math.min(end, first + MOST));
    }

    private static boolean isAround(StackTraceElement frame) {
        return AROUND.stream().anyMatch(frame.getClassName()::startsWith);
    }
}
