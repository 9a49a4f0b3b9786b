package dev.durahook.worker;

import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.util.Arrays;
import java.util.List;

/**
 * Leaves of an activity's failure what its author wrote. The Web UI shows the whole stack trace beside the message, and
 * of some thirty lines all but the first few are Temporal's own way to the activity.
 */
final class TrimmedFailures extends WorkerInterceptorBase {

    private static final List<String> AROUND = List.of(
            "io.temporal.",
            "jdk.internal.reflect.",
            "java.lang.reflect.",
            "java.util.concurrent.",
            "java.lang.Thread",
            TrimmedFailures.class.getName() + "$",
            "dev.durahook.worker.delivery.",
            "dev.durahook.workflows.handling.",
            "dev.durahook.workflows.policy.");

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new ActivityInboundCallsInterceptorBase(next) {
            @Override
            public ActivityOutput execute(ActivityInput input) {
                try {
                    return super.execute(input);
                } catch (RuntimeException | Error failure) {
                    trim(failure);
                    throw failure;
                }
            }
        };
    }

    // The author's own frames in the middle stay together with whatever they called.
    static void trim(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            StackTraceElement[] trace = cause.getStackTrace();
            int first = 0;
            int end = trace.length;
            while (end > 0 && isAround(trace[end - 1])) {
                end--;
            }
            while (first < end && isAround(trace[first])) {
                first++;
            }
            cause.setStackTrace(Arrays.copyOfRange(trace, first, end));
        }
    }

    private static boolean isAround(StackTraceElement frame) {
        return AROUND.stream().anyMatch(frame.getClassName()::startsWith);
    }
}
