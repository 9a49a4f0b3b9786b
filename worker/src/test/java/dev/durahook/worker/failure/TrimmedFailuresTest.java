package dev.durahook.worker.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.fault.UnreportableFailure;
import dev.durahook.workflows.attempt.FailedAttempt;
import dev.durahook.workflows.failure.AuthorsFrames;
import dev.durahook.workflows.failure.TrimmedFailures;
import io.temporal.activity.ActivityInterface;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.payload.codec.ZlibPayloadCodec;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrimmedFailuresTest {

    @ActivityInterface
    public interface Failing {

        void fail();
    }

    @Test
    void reportedStackTraceBeginsAndEndsWithTheActivity() {
        told(() -> ApplicationFailure.newNonRetryableFailure("no", "Refused"))
                .satisfies(TrimmedFailuresTest::hasOnlyFramesOfThisTest);
    }

    @Test
    void failureWithoutDetailsIsReportedUnchanged() {
        told(() -> refused().build())
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getOriginalMessage()).isEqualTo("no"));
    }

    @Test
    void declaredSecretIsInNoMessageAndInNoCause() {
        told(() -> new IllegalStateException(
                        "can't log in with pass word",
                        new IllegalArgumentException("jdbc:db?password=pass+word is wrong")))
                .hasMessageContaining("can't log in with [hidden]")
                .cause()
                .hasMessageContaining("jdbc:db?password=[hidden] is wrong");
    }

    @Test
    void detailsWithADeclaredSecretAreLeftOut() {
        told(() -> ApplicationFailure.newFailureWithCause(
                        "rejected",
                        "Rejected",
                        refused("pass word"),
                        "order 7",
                        Map.of("sent", "{\"pw\":\"pass word\"}")))
                .hasMessageContaining("rejected (its details are left out: they contain a value that must be hidden)")
                .satisfies(TrimmedFailuresTest::hasNoDetails)
                .cause()
                .hasMessageContaining("no (its details are left out")
                .satisfies(TrimmedFailuresTest::hasNoDetails);
    }

    @Test
    void detailsWithADeclaredSecretFarBehindAreLeftOut() {
        told(() -> refused("x".repeat(65_531) + "pass word" + "y".repeat(1_000)))
                .satisfies(TrimmedFailuresTest::hasNoDetails);
    }

    @Test
    void detailsThatACodecHidesAreSearchedToo() {
        WorkflowClientOptions encoded = WorkflowClientOptions.newBuilder()
                .setDataConverter(new CodecDataConverter(
                        DefaultDataConverter.newDefaultInstance(), List.of(new ZlibPayloadCodec())))
                .build();
        told(() -> refused("pass word"), encoded).satisfies(TrimmedFailuresTest::hasNoDetails);
        told(() -> refused("order 7"), encoded).satisfies(failure -> hasDetail(failure, "order 7"));
    }

    @Test
    void otherDetailsStay() {
        told(() -> refused("a word")).satisfies(failure -> hasDetail(failure, "a word"));
        String longDetail = "x".repeat(70_000);
        told(() -> refused(longDetail)).satisfies(failure -> hasDetail(failure, longDetail));
    }

    private static ApplicationFailure refused(String detail) {
        return refused().setDetails(detail).build();
    }

    private static void hasNoDetails(Throwable failure) {
        assertThat(((ApplicationFailure) failure).getDetails().getSize()).isZero();
    }

    private static void hasDetail(Throwable failure, String detail) {
        assertThat(((ApplicationFailure) failure).getDetails().get(String.class))
                .isEqualTo(detail);
    }

    @Test
    void failureOfTemporalStaysAndItsStackTraceIsTrimmed() {
        told(() -> new TerminatedFailure("no", null))
                .isInstanceOf(TerminatedFailure.class)
                .satisfies(TrimmedFailuresTest::hasOnlyFramesOfThisTest);
    }

    // The server would end the retries, and the workflow would behave as if it were cancelled.
    @Test
    void cancellationOfSomethingElseIsAnOrdinaryFailure() {
        told(() -> new CanceledFailure("the other workflow was cancelled"))
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getType()).isEqualTo(CanceledFailure.class.getName());
                    assertThat(failure.getOriginalMessage()).isEqualTo("the other workflow was cancelled");
                    assertThat(failure.isNonRetryable()).isFalse();
                });
    }

    // The kit for tests of applications has the same test.
    @ParameterizedTest
    @EnumSource
    void failureThatTemporalCannotTakeIsReportedAsOneThatItTriesAgain(UnreportableFailure failure) {
        told(failure::thrown)
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        told -> assertThat(told.isNonRetryable()).isFalse());
    }

    private static void hasOnlyFramesOfThisTest(Throwable failure) {
        assertThat(failure.getStackTrace())
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(frame.getClassName()).startsWith(TrimmedFailuresTest.class.getName()));
    }

    @Test
    void failureWithoutDetailsHasTheNumberOfItsAttempt() {
        told(() -> refused().build())
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getDetails().get(FailedAttempt.class))
                                .as("the test environment does not count")
                                .isEqualTo(new FailedAttempt(0)));
    }

    @Test
    void delayOfTheAuthorStaysUnlessTheServerWouldTakeItForTheEnd() {
        assertThat(delay(null)).isNull();
        assertThat(delay(Duration.ZERO)).isEqualTo(Duration.ofMillis(1));
        assertThat(delay(Duration.ofNanos(5))).isEqualTo(Duration.ofMillis(1));
        assertThat(delay(Duration.ofMillis(1))).isEqualTo(Duration.ofMillis(1));
        assertThat(delay(Duration.ofMinutes(3))).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void nineCausesStay() {
        told(() -> {
                    RuntimeException failure = new IllegalStateException("12");
                    for (int i = 11; i >= 0; i--) {
                        failure = new IllegalStateException("" + i, failure);
                    }
                    return failure;
                })
                .satisfies(
                        failure -> assertThat(Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause))
                                .hasSize(9));
    }

    private static ApplicationFailure.Builder refused() {
        return ApplicationFailure.newBuilder()
                .setMessage("no")
                .setType("Refused")
                .setNonRetryable(true);
    }

    private static @Nullable Duration delay(@Nullable Duration asked) {
        AtomicReference<@Nullable Duration> delay = new AtomicReference<>();
        told(() -> refused().setNextRetryDelay(asked).build())
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> delay.set(failure.getNextRetryDelay()));
        return delay.get();
    }

    /** The failure that the server receives if an activity fails with this exception. */
    private static AbstractThrowableAssert<?, ?> told(Supplier<RuntimeException> failure) {
        return told(failure, WorkflowClientOptions.getDefaultInstance());
    }

    private static AbstractThrowableAssert<?, ?> told(
            Supplier<RuntimeException> failure, WorkflowClientOptions client) {
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(client)
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new TrimmedFailures(Redaction.of(List.of("pass word"))))
                        .build())
                .build();
        TestActivityEnvironment environment = TestActivityEnvironment.newInstance(options);
        environment.registerActivitiesImplementations((Failing) () -> {
            throw failure.get();
        });
        try {
            return assertThatThrownBy(
                            () -> environment.newActivityStub(Failing.class).fail())
                    .cause();
        } finally {
            environment.close();
        }
    }

    @Test
    void onlyTheAuthorsFramesStay() {
        StackTraceElement[] frames = AuthorsFrames.of(trace(
                "io.temporal.failure.ApplicationFailure",
                "com.acme.Payments",
                "io.temporal.activity.Activity",
                "com.acme.PaymentActivities",
                "java.lang.reflect.Method",
                "io.temporal.internal.Worker",
                "java.util.concurrent.ThreadPoolExecutor",
                "java.lang.Thread"));

        assertThat(frames)
                .extracting(StackTraceElement::getClassName)
                .containsExactly("com.acme.Payments", "io.temporal.activity.Activity", "com.acme.PaymentActivities");
    }

    @Test
    void libraryThatTheAuthorHasCalledStays() {
        assertThat(AuthorsFrames.of(trace("java.util.ArrayList", "com.acme.Ledger", "jdk.internal.reflect.Accessor")))
                .extracting(StackTraceElement::getClassName)
                .containsExactly("java.util.ArrayList", "com.acme.Ledger");
    }

    @Test
    void aFailureOfTemporalItselfHasNothingLeft() {
        assertThat(AuthorsFrames.of(trace("io.temporal.internal.Worker", "java.lang.Thread")))
                .isEmpty();
    }

    @Test
    void recursionIsCut() {
        String[] recursion = new String[1_024];
        Arrays.fill(recursion, "com.acme.Recursion");

        assertThat(AuthorsFrames.of(trace(recursion))).hasSize(50);
    }

    private static StackTraceElement[] trace(String... classes) {
        StackTraceElement[] trace = new StackTraceElement[classes.length];
        for (int i = 0; i < classes.length; i++) {
            trace[i] = new StackTraceElement(classes[i], "call", null, -1);
        }
        return trace;
    }
}
