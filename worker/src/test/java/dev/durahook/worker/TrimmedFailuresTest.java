package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.Test;

class TrimmedFailuresTest {

    @Test
    void onlyTheAuthorsFramesStay() {
        IllegalStateException cause = new IllegalStateException("the cause");
        cause.setStackTrace(trace("java.util.ArrayList", "com.acme.Ledger", "jdk.internal.reflect.Accessor"));
        RuntimeException failure = new RuntimeException("the failure", cause);
        failure.setStackTrace(trace(
                "io.temporal.failure.ApplicationFailure",
                "com.acme.Payments",
                "io.temporal.activity.Activity",
                "com.acme.PaymentActivities",
                "java.lang.reflect.Method",
                "io.temporal.internal.Worker",
                "java.util.concurrent.ThreadPoolExecutor",
                "java.lang.Thread"));

        TrimmedFailures.trim(failure);

        assertThat(failure.getStackTrace())
                .extracting(StackTraceElement::getClassName)
                .containsExactly("com.acme.Payments", "io.temporal.activity.Activity", "com.acme.PaymentActivities");
        assertThat(cause.getStackTrace())
                .extracting(StackTraceElement::getClassName)
                .containsExactly("java.util.ArrayList", "com.acme.Ledger");
    }

    @Test
    void aFailureOfTemporalItselfHasNothingLeft() {
        ApplicationFailure failure = ApplicationFailure.newFailure("x", "y");
        failure.setStackTrace(trace("io.temporal.internal.Worker", "java.lang.Thread"));

        TrimmedFailures.trim(failure);

        assertThat(failure.getStackTrace()).isEmpty();
    }

    private static StackTraceElement[] trace(String... classes) {
        StackTraceElement[] trace = new StackTraceElement[classes.length];
        for (int i = 0; i < classes.length; i++) {
            trace[i] = new StackTraceElement(classes[i], "call", null, -1);
        }
        return trace;
    }
}
