package dev.durahook.worker.failure;

import java.util.Arrays;
import java.util.List;

/**
 * The part of a stack trace that is the author's. The Web UI shows the whole of it beside the message, and of some
 * thirty lines all but the first few are Temporal's own way to the activity.
 */
final class AuthorsFrames {

    // A recursion without end has a thousand.
    private static final int MOST = 50;

    private static final List<String> AROUND = List.of(
            "io.temporal.",
            "jdk.internal.reflect.",
            "java.lang.reflect.",
            "java.util.concurrent.",
            "java.lang.Thread",
            TrimmedFailures.class.getName() + "$",
            "dev.durahook.worker.logging.FailedAttempts",
            "dev.durahook.worker.logging.LoggedAttempts",
            "dev.durahook.worker.slots.RunningAttempts",
            "dev.durahook.worker.delivery.",
            "dev.durahook.workflows.handling.",
            "dev.durahook.workflows.policy.");

    private AuthorsFrames() {}

    // The author's own frames in the middle stay together with whatever they called.
    static StackTraceElement[] of(StackTraceElement[] trace) {
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
