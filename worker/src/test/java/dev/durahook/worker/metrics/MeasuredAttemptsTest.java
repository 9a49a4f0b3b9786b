package dev.durahook.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.attempt.NoAttempt;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.client.ActivityCanceledException;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor.ActivityInput;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor.ActivityOutput;
import io.temporal.common.interceptors.Header;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasuredAttemptsTest {

    private static final String QUEUE = "durahook.handler.mail";

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final MeasuredAttempts attempts = new MeasuredAttempts(meters);

    @Test
    void successIsCounted() {
        attempt("mail", null);
        attempt("mail", null);

        assertThat(count("mail", "succeeded")).isEqualTo(2);
        assertThat(all()).isEqualTo(2);
    }

    @Test
    void failureAndErrorAreCounted() {
        attempt("mail", new IllegalStateException());
        attempt("mail", new StackOverflowError());

        assertThat(count("mail", "failed")).isEqualTo(2);
        assertThat(all()).isEqualTo(2);
    }

    @Test
    void attemptThatIsNoLongerWantedHasNotFailed() {
        attempt("mail", new ActivityCanceledException());

        assertThat(count("mail", "canceled")).isEqualTo(1);
        assertThat(all()).isEqualTo(1);
    }

    @Test
    void attemptThatIsCompletedByItsTokenIsOpen() {
        execute(activity("mail", QUEUE, false, true), null);

        assertThat(count("mail", "open")).isEqualTo(1);
        assertThat(all()).isEqualTo(1);
    }

    @Test
    void attemptThatIsNotMadeIsNotCounted() {
        attempt("mail", NoAttempt.because("no slot was free"));

        assertThat(all()).isZero();
    }

    @Test
    void planAndOtherLocalActivitiesAreNotCounted() {
        execute(activity("durahook.plan", "durahook", true, false), null);

        assertThat(all()).isZero();
    }

    @Test
    void callsOfAnOperationAreNotCounted() {
        execute(activity("look", TaskQueues.OPERATIONS, false, false), null);

        assertThat(all()).isZero();
    }

    @Test
    void thousandNamesAreAHundredLabelsAndOneForTheRest() {
        for (int i = 0; i < 1_000; i++) {
            attempt("made-up-" + i, null);
        }

        assertThat(meters.get("durahook.attempts").timers()).hasSize(101);
        assertThat(count("other", "succeeded")).isEqualTo(900);
    }

    private void attempt(String type, @Nullable Throwable failure) {
        ActivityExecutionContext context = activity(type, QUEUE, false, false);
        if (failure == null) {
            execute(context, null);
        } else {
            assertThatThrownBy(() -> execute(context, failure)).isSameAs(failure);
        }
    }

    private void execute(ActivityExecutionContext context, @Nullable Throwable failure) {
        ActivityInboundCallsInterceptor calls = attempts.interceptActivity(new Attempt(failure));
        calls.init(context);
        calls.execute(new ActivityInput(Header.empty(), new Object[0]));
    }

    private long count(String activity, String result) {
        return meters.get("durahook.attempts")
                .tags("activity_type", activity, "result", result)
                .timer()
                .count();
    }

    private long all() {
        return meters.find("durahook.attempts").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private static ActivityExecutionContext activity(String type, String queue, boolean local, boolean open) {
        ActivityInfo info = proxy(
                ActivityInfo.class, Map.of("getActivityType", type, "getActivityTaskQueue", queue, "isLocal", local));
        return proxy(ActivityExecutionContext.class, Map.of("getInfo", info, "isDoNotCompleteOnReturn", open));
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> Objects.requireNonNull(answers.get(method.getName()), method::getName)));
    }

    /** Returns, or fails with a failure. */
    private record Attempt(@Nullable Throwable failure) implements ActivityInboundCallsInterceptor {

        @Override
        public void init(ActivityExecutionContext context) {}

        @Override
        public ActivityOutput execute(ActivityInput input) {
            if (failure instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (failure instanceof Error thrown) {
                throw thrown;
            }
            return new ActivityOutput("sent");
        }
    }
}
