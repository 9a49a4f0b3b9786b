package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.checkout.Checkout;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.WorkflowStub;
import io.temporal.spring.boot.ActivityImpl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** First attempts of the steps of a team's own workflow, made inside the workflow task, on a real server. */
@RequiresTemporal
@Execution(ExecutionMode.CONCURRENT)
class InlineStepIT {

    private static TemporalServer server;
    private static RunningWorker worker;

    @BeforeAll
    static void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
        worker = RunningWorker.start(
                        server,
                        List.of(),
                        application -> application.registerBean(ScriptedTill.class),
                        "spring.main.sources=com.acme.checkout",
                        "durahook.policies.checkout.initial-interval=100ms",
                        "durahook.policies.checkout.backoff-coefficient=1",
                        "durahook.policies.checkout.start-to-close-timeout=22s",
                        "durahook.policies.checkout.maximum-attempts=3",
                        "durahook.policies.express.initial-interval=100ms",
                        "durahook.policies.express.backoff-coefficient=1",
                        "durahook.policies.express.maximum-attempts=0",
                        "durahook.policies.shipment.initial-interval=100ms",
                        "durahook.policies.shipment.maximum-attempts=0",
                        "durahook.redact=s3cret-of-the-till")
                // Tests run side by side, and one of them takes a quarter of all places.
                .warm();
    }

    @AfterAll
    static void stop() {
        assertThat(worker.failedWorkflowTasks()).isZero();
        worker.close();
        server.close();
    }

    @Test
    void twoStepsThatSucceedTakeOneWorkflowTask() throws Exception {
        Sale sale = new Sale(RunningWorker.undisturbed(server, () -> {
            Sale ended = sell((context, number) -> "receipt");
            assertThat(ended.result()).isEqualTo("receipt");
            return ended.event();
        }));

        assertThat(sale.types())
                .startsWith(
                        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
                        EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
                        EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
                        EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
                .endsWith(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED)
                .doesNotContain(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
        assertThat(sale.types().stream().filter(EventType.EVENT_TYPE_MARKER_RECORDED::equals))
                .as("the policy and the attempt of each step")
                .hasSize(4);
        sale.replay();
    }

    @Test
    void furtherAttemptsAreCountedAfterTheFirst() throws Exception {
        List<Integer> numbers = new CopyOnWriteArrayList<>();
        Sale sale = sell((context, number) -> {
            numbers.add(context.getInfo().getAttempt());
            throw new IllegalStateException("s3cret-of-the-till, attempt " + number);
        });

        assertThat(sale.parked())
                .contains("- Step: `Charge the card`", "[hidden], attempt 3", "Attempts: 3")
                .doesNotContain("s3cret-of-the-till");
        assertThat(sale.types()).containsOnlyOnce(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
        assertThat(sale.history().toString()).doesNotContain("s3cret-of-the-till");
        // On a busy machine, a workflow task or an attempt may be lost on its way.
        if (!sale.history().toString().contains("TIMEOUT_TYPE_START_TO_CLOSE")) {
            assertThat(numbers).containsExactly(1, 2, 3);
            assertThat(sale.history().toString()).contains("attempt 1");
        }

        sale.script((context, number) -> "receipt");
        sale.workflow().signal("retry");
        assertThat(sale.result()).isEqualTo("receipt");
        sale.replay();
    }

    @Test
    void pendingActivityShowsWhatTheFirstAttemptSaid() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Sale sale = sell((context, number) -> {
            if (number == 1) {
                throw new IllegalStateException("the first one");
            }
            end.await();
            return "receipt";
        });

        Await.until("the second attempt runs", () -> sale.lastFailure().contains("the first one"));
        assertThat(sale.lastFailure()).contains("java.lang.IllegalStateException", "InlineStepIT");
        end.countDown();
        assertThat(sale.result()).isEqualTo("receipt");
    }

    @Test
    void stepAfterALongAttemptReplays() throws Exception {
        Sale sale = sell(
                Checkout.TYPE,
                (context, number) -> {
                    Thread.sleep(Duration.ofSeconds(12).toMillis());
                    return "receipt";
                },
                RunningWorker.USUAL_TASK);

        assertThat(sale.result()).isEqualTo("receipt");
        if (!sale.types().contains(EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT)) {
            assertThat(sale.charges()).isEqualTo(1);
        }
        sale.replay();
    }

    @Test
    void attemptThatTakesTooLongHasTimedOut() throws Exception {
        Sale sale = sell(
                Checkout.TYPE,
                (context, number) -> {
                    if (number == 1) {
                        Thread.sleep(Duration.ofSeconds(26).toMillis());
                    }
                    return "receipt " + number;
                },
                RunningWorker.USUAL_TASK);

        // On a busy machine, the second attempt may take too long as well.
        assertThat(sale.result()).isIn("receipt 2", "receipt 3");
        assertThat(sale.history().toString()).contains("TIMEOUT_TYPE_START_TO_CLOSE");
        sale.replay();
    }

    @Test
    void optionsOfTheStepDecideHowLongAnAttemptMayTake() {
        Sale sale = sell(Checkout.Express.TYPE, (context, number) -> {
            if (number == 1) {
                Thread.sleep(Duration.ofSeconds(10).toMillis());
            }
            return "receipt " + number;
        });

        // On a busy machine, further attempts may take longer than their second as well.
        assertThat(sale.result()).startsWith("receipt ").isNotEqualTo("receipt 1");
    }

    @Test
    void activityThatIsCompletedByItsTokenIsScheduled() throws Exception {
        Charge byToken = (context, number) -> {
            byte[] token = context.getTaskToken();
            context.doNotCompleteOnReturn();
            ActivityCompletionClient client = server.client().newActivityCompletionClient();
            client.complete(token, "receipt");
            return null;
        };
        Sale sale = new Sale(RunningWorker.undisturbed(server, () -> {
            Sale ended = sell(byToken);
            assertThat(ended.result()).isEqualTo("receipt");
            return ended.event();
        }));

        assertThat(sale.charges()).as("once without a token, once with one").isEqualTo(2);
        assertThat(sale.history().toString()).contains("Not tried inside the workflow task, but scheduled");
        sale.replay();
    }

    // A local activity with such a result would end the workflow as Terminated.
    @Test
    void resultThatIsTooLargeParksTheEventAndIsNotTriedAgain() throws Exception {
        Sale sale = sell((context, number) -> "a".repeat(2_500_000));

        Await.until("the event is parked or has ended", () -> sale.event().isSettled());
        assertThat(sale.parked())
                .contains("- Step: `Charge the card`", "has 2500", "Temporal takes 2097152", "`ResultTooLarge`");
        if (!sale.history().toString().contains("TIMEOUT_TYPE_START_TO_CLOSE")) {
            assertThat(sale.charges()).isEqualTo(1);
        }

        sale.script((context, number) -> "receipt");
        sale.workflow().signal("retry");
        assertThat(sale.result()).isEqualTo("receipt");
        sale.replay();
    }

    @Test
    void resultOfTheWorkflowsOwnLocalActivityThatIsTooLargeParksTheEvent() {
        Sale sale = sell(Checkout.Pickup.TYPE, (context, number) -> "a".repeat(2_500_000));

        Await.until("the event is parked or has ended", () -> sale.event().isSettled());
        assertThat(sale.parked()).contains("has 2500", "Temporal takes 2097152", "`ResultTooLarge`");

        sale.script((context, number) -> "receipt");
        sale.workflow().signal("retry");
        assertThat(sale.result()).isEqualTo("receipt");
    }

    @Test
    void largeResultThatTemporalTakesIsTaken() throws Exception {
        Sale sale = sell((context, number) -> "a".repeat(1_900_000));

        assertThat(sale.result()).hasSize(1_900_000);
        sale.replay();
    }

    @Test
    void manySlowOnesLeaveRoomForOthers() {
        CountDownLatch end = new CountDownLatch(1);
        Charge waiting = (context, number) -> {
            end.await();
            return "receipt";
        };
        List<Sale> slow = Stream.generate(() -> sell(Checkout.Shipment.TYPE, waiting, RunningWorker.USUAL_TASK))
                .limit(60)
                .toList();

        assertThat(sell((context, number) -> "quick").result()).isEqualTo("quick");
        end.countDown();
        assertThat(slow).allSatisfy(sale -> {
            assertThat(sale.result()).isEqualTo("receipt");
            // On a busy machine, a workflow task may be lost, and an attempt may wait for longer than its minute.
            if (!sale.history().toString().contains("TIMEOUT_TYPE_START_TO_CLOSE")) {
                assertThat(sale.charges()).isEqualTo(1);
            }
        });
    }

    private static Sale sell(Charge charge) {
        return sell(Checkout.TYPE, charge);
    }

    private static Sale sell(String type, Charge charge) {
        return new Sale(RunningWorker.deliver(server.client(), type, attempt -> null)).script(charge);
    }

    private static Sale sell(String type, Charge charge, Duration task) {
        return new Sale(RunningWorker.deliver(server.client(), type, attempt -> null, task)).script(charge);
    }

    /** What the activity does in one attempt, which may begin before the test has said what. */
    private interface Charge {

        String by(ActivityExecutionContext context, int number) throws Exception;
    }

    private record Sale(Event event) {

        private static final Map<String, Charge> CHARGES = new ConcurrentHashMap<>();
        private static final Map<String, Integer> NUMBERS = new ConcurrentHashMap<>();

        Sale script(Charge charge) {
            CHARGES.put(event.id(), charge);
            return this;
        }

        static String charge(String event, ActivityExecutionContext context) throws Exception {
            Await.until("the test has said what happens", () -> CHARGES.containsKey(event));
            return CHARGES.get(event).by(context, NUMBERS.merge(event, 1, Integer::sum));
        }

        int charges() {
            return NUMBERS.getOrDefault(event.id(), 0);
        }

        WorkflowStub workflow() {
            return server.client().newUntypedWorkflowStub(event.id());
        }

        String result() {
            try {
                return workflow().getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, String.class);
            } catch (TimeoutException e) {
                throw new AssertionError("still open after " + Await.PATIENCE, e);
            }
        }

        String parked() {
            return event.parked();
        }

        String lastFailure() {
            return event.lastFailure();
        }

        List<HistoryEvent> history() {
            return server.workflows().history(event.id());
        }

        List<EventType> types() {
            return history().stream().map(HistoryEvent::getEventType).toList();
        }

        void replay() throws Exception {
            CheckoutReplayTest.replay(server.client().fetchHistory(event.id()));
        }
    }

    /** The activities, whose behaviour for each event is defined by a test. */
    @ActivityImpl(taskQueues = "durahook")
    static class ScriptedTill implements Checkout.Till {

        @Override
        public String charge(String event) {
            try {
                return Sale.charge(event, Activity.getExecutionContext());
            } catch (Exception e) {
                throw Activity.wrap(e);
            }
        }

        @Override
        public String ship(String event) {
            return charge(event);
        }

        @Override
        public void mail(String event, String receipt) {
            assertThat(receipt).isNotBlank();
        }
    }
}
