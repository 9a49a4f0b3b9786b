package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.activity.ActivityInterface;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import org.junit.jupiter.api.Test;

class TrimmedFailuresTest {

    @ActivityInterface
    public interface Failing {

        void fail();
    }

    @Test
    void whatTheServerIsToldBeginsAndEndsWithTheActivity() {
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new TrimmedFailures())
                        .build())
                .build();
        TestActivityEnvironment environment = TestActivityEnvironment.newInstance(options);
        environment.registerActivitiesImplementations((Failing) () -> {
            throw ApplicationFailure.newNonRetryableFailure("no", "Refused");
        });

        try {
            assertThatThrownBy(() -> environment.newActivityStub(Failing.class).fail())
                    .cause()
                    .satisfies(failure -> assertThat(failure.getStackTrace())
                            .isNotEmpty()
                            .allSatisfy(frame ->
                                    assertThat(frame.getClassName()).startsWith(TrimmedFailuresTest.class.getName())));
        } finally {
            environment.close();
        }
    }

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
