package dev.durahook.worker.inline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.server.PayloadLimit;
import dev.durahook.testsupport.Await;
import dev.durahook.worker.WorkerContext;
import dev.durahook.worker.handling.Mail;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.attempt.InlineAttemptHeader;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.FirstAttempt;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.WorkWithPlan;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor.ActivityInput;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor.ActivityOutput;
import io.temporal.common.interceptors.Header;
import io.temporal.failure.TimeoutFailure;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A first attempt is asked for again, in a second workflow task, while it still runs in this process. */
class InlineAttemptsTest {

    private static final PlannedStep STEP = new PlannedStep(PlannedStep.Kind.HANDLER, "mail", "default");
    private static final WebhookEvent EVENT =
            new WebhookEvent("shop:1", "shop", "shop.sold", Instant.EPOCH, Map.of(), null);
    private static final Object BODY = "{}";

    private final AtomicInteger tried = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void attemptWhoseTimeIsOverCountsAsTimedOut() throws Exception {
        Optional<FirstAttempt> again = againWhileTheFirstRuns(Duration.ofNanos(1));

        assertThat(again.orElseThrow().failed().orElseThrow().timedOut()).isTrue();
        assertThat(tried).hasValue(1);
    }

    @Test
    void attemptWithTimeLeftIsWaitedFor() throws Exception {
        Optional<FirstAttempt> again = againWhileTheFirstRuns(Duration.ofMinutes(1));

        assertThat(again.orElseThrow().result()).isEqualTo("sent");
        assertThat(tried).hasValue(1);
    }

    @Test
    void attemptOfAnAuthorsStepWhoseTimeIsOverHasTimedOut() {
        CompletableFuture<Object> again = stepAgainWhileTheFirstRuns(Duration.ofNanos(1));

        assertThatThrownBy(again::get)
                .cause()
                .isInstanceOfSatisfying(
                        TimeoutFailure.class,
                        failure -> assertThat(failure.getTimeoutType())
                                .isEqualTo(TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE));
        assertThat(tried).hasValue(1);
    }

    @Test
    void attemptOfAnAuthorsStepWithTimeLeftIsWaitedFor() throws Exception {
        assertThat(stepAgainWhileTheFirstRuns(Duration.ofMinutes(1)).get()).isEqualTo("charged");
        assertThat(tried).hasValue(1);
    }

    // The workflow allows no attempt the second time.
    private CompletableFuture<Object> stepAgainWhileTheFirstRuns(Duration time) {
        CompletableFuture<Object> result = new CompletableFuture<>();
        WorkerContext.with().run(context -> {
            InlineAttempts attempts = attempts(context);
            CompletableFuture<Object> first = CompletableFuture.supplyAsync(() -> step(attempts, time, true));
            Await.until("the attempt has begun, or has failed before", () -> begun.getCount() == 0 || first.isDone());
            Thread again = new Thread(() -> result.completeAsync(() -> step(attempts, time, false), Runnable::run));
            again.start();
            Await.until("the step has failed, or waits for the attempt", () -> isAtRest(again));
            end.countDown();
            assertThat(first.get()).isEqualTo("charged");
        });
        return result;
    }

    private Object step(InlineAttempts attempts, Duration time, boolean mayTry) {
        ActivityInboundCallsInterceptor calls = attempts.interceptActivity(new Charging());
        calls.init(context("charge", time));
        return calls.execute(new ActivityInput(InlineAttemptHeader.with(Header.empty(), mayTry), new Object[0]))
                .getResult();
    }

    private static InlineAttempts attempts(ApplicationContext context) {
        return new InlineAttempts(
                () -> context.getBean(InlinePlaces.class),
                () -> DefaultDataConverter.STANDARD_INSTANCE,
                new PayloadLimit());
    }

    // The workflow allows no attempt the second time.
    private Optional<FirstAttempt> againWhileTheFirstRuns(Duration time) throws Exception {
        CompletableFuture<Optional<FirstAttempt>> made = new CompletableFuture<>();
        WorkerContext.with().withBean(EventHandler.class, () -> new Mail(50)).run(context -> {
            InlineAttempts attempts = attempts(context);
            CompletableFuture<Plan> first = CompletableFuture.supplyAsync(() -> plan(attempts, time, true));
            Await.until("the attempt has begun, or has failed before", () -> begun.getCount() == 0 || first.isDone());
            Thread again = new Thread(
                    () -> made.complete(plan(attempts, time, false).begun().attemptOf(STEP)));
            again.start();
            Await.until("the plan is made, or waits for the attempt", () -> isAtRest(again));
            end.countDown();
            assertThat(first.get().begun().attemptOf(STEP)).isPresent();
        });
        return made.get();
    }

    private static boolean isAtRest(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING || thread.getState() == Thread.State.TERMINATED;
    }

    private Plan plan(InlineAttempts attempts, Duration time, boolean mayTry) {
        ActivityInboundCallsInterceptor calls = attempts.interceptActivity(new Planning(time));
        calls.init(context(PlanActivities.PLAN, time));
        ActivityOutput output =
                calls.execute(new ActivityInput(Header.empty(), new Object[] {EVENT, BODY, null, mayTry}));
        return (Plan) output.getResult();
    }

    private static ActivityExecutionContext context(String activity, Duration time) {
        ActivityInfo info = proxy(
                ActivityInfo.class,
                Map.of(
                        "isLocal",
                        true,
                        "getActivityType",
                        activity,
                        "getStartToCloseTimeout",
                        time,
                        "getActivityTaskQueue",
                        "durahook",
                        "getNamespace",
                        "shop",
                        "getWorkflowId",
                        "shop:1",
                        "getWorkflowType",
                        "shop.sold",
                        "getWorkflowRunId",
                        "run",
                        "getActivityId",
                        "1",
                        "getAttempt",
                        1));
        return proxy(ActivityExecutionContext.class, Map.of("getInfo", info));
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    private void runUntilTheEnd() {
        tried.incrementAndGet();
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** An attempt that waits. */
    private final class Charging implements ActivityInboundCallsInterceptor {

        @Override
        public void init(ActivityExecutionContext context) {}

        @Override
        public ActivityOutput execute(ActivityInput input) {
            runUntilTheEnd();
            return new ActivityOutput("charged");
        }
    }

    /** Makes the plan, or an attempt that waits. */
    private final class Planning implements ActivityInboundCallsInterceptor {

        private final RetryPolicy policy;

        Planning(Duration time) {
            policy = new RetryPolicy(
                    Duration.ofSeconds(1),
                    1,
                    Duration.ofSeconds(1),
                    2,
                    time,
                    null,
                    List.of(),
                    null,
                    0,
                    List.of(),
                    null,
                    true,
                    true,
                    null);
        }

        @Override
        public void init(ActivityExecutionContext context) {}

        @Override
        public ActivityOutput execute(ActivityInput input) {
            if (input.getArguments()[2] == null) {
                return new ActivityOutput(new Plan(List.of(STEP), false)
                        .with(new WorkWithPlan(Map.of("default", policy), null, Set.of())));
            }
            runUntilTheEnd();
            return new ActivityOutput(
                    new Plan(List.of(STEP), false).with(WorkWithPlan.NONE.with(FirstAttempt.done(STEP, "sent"))));
        }
    }
}
