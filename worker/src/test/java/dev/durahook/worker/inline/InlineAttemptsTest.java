package dev.durahook.worker.inline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.worker.WorkerContext;
import dev.durahook.worker.handling.Mail;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.Beginning;
import dev.durahook.workflows.routing.FirstAttempt;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.routing.PlannedStep;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor.ActivityInput;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor.ActivityOutput;
import io.temporal.common.interceptors.Header;
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

/** The plan is asked for again while an attempt of its step still runs in this process. */
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

    // The workflow allows no attempt the second time.
    private Optional<FirstAttempt> againWhileTheFirstRuns(Duration time) throws Exception {
        CompletableFuture<Optional<FirstAttempt>> made = new CompletableFuture<>();
        WorkerContext.with().withBean(EventHandler.class, () -> new Mail(50)).run(context -> {
            InlineAttempts attempts = new InlineAttempts(
                    () -> context.getBean(InlinePlaces.class), () -> DefaultDataConverter.STANDARD_INSTANCE);
            CompletableFuture<Plan> first = CompletableFuture.supplyAsync(() -> plan(attempts, time, true));
            begun.await();
            Thread again = new Thread(
                    () -> made.complete(plan(attempts, time, false).begun().attemptOf(STEP)));
            again.start();
            Await.until("the plan is made, or waits for the attempt", Duration.ofMinutes(1), () -> isAtRest(again));
            end.countDown();
            assertThat(first.get().begun().attemptOf(STEP)).isPresent();
        });
        return made.get();
    }

    private static boolean isAtRest(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TERMINATED;
    }

    private Plan plan(InlineAttempts attempts, Duration time, boolean mayTry) {
        ActivityInboundCallsInterceptor calls = attempts.interceptActivity(new Planning(time));
        calls.init(context());
        ActivityOutput output =
                calls.execute(new ActivityInput(Header.empty(), new Object[] {EVENT, BODY, null, mayTry}));
        return (Plan) output.getResult();
    }

    private static ActivityExecutionContext context() {
        ActivityInfo info = proxy(
                ActivityInfo.class,
                Map.of(
                        "isLocal",
                        true,
                        "getActivityType",
                        PlanActivities.PLAN,
                        "getActivityTaskQueue",
                        "durahook",
                        "getWorkflowRunId",
                        "run",
                        "getActivityId",
                        "plan",
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
                    true);
        }

        @Override
        public void init(ActivityExecutionContext context) {}

        @Override
        public ActivityOutput execute(ActivityInput input) {
            if (input.getArguments()[2] == null) {
                return new ActivityOutput(
                        new Plan(List.of(STEP), false).with(new Beginning(Map.of("default", policy), null, Set.of())));
            }
            tried.incrementAndGet();
            begun.countDown();
            await(end);
            return new ActivityOutput(
                    new Plan(List.of(STEP), false).with(Beginning.NONE.with(FirstAttempt.done(STEP, "sent"))));
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
