package dev.durahook.testing.processing;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.processing.FinalFailure;
import dev.durahook.workflows.processing.Step;
import dev.durahook.workflows.routing.InvalidRoutesException;
import io.temporal.activity.DynamicActivity;
import io.temporal.failure.ApplicationFailure;
import io.temporal.worker.WorkflowImplementationOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkflowTest {

    private static final TestEvent PAID = TestEvent.of("shop.order_paid", "{\"id\": 17}");

    private final Warehouse warehouse = new Warehouse();
    private final TestWorker worker = TestWorker.of(OrderPaidWorkflow.class, warehouse)
            .under("stock", TestPolicy.attempts(2).initialInterval(ofMinutes(1)));
    private final FakeDestination crm = worker.destination("crm");

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void workflowWaitsForItsSignalAndItsTimer() {
        ProcessedEvent event = worker.start(PAID);
        event.workflow().signal("packed", "Carol");
        event.await().assertCompleted("booked shop:1, packed by Carol");
        assertThat(crm.bodies()).containsExactly("{\"id\": 17}");
    }

    @Test
    void deliveryIsTriedAgainAsTheDestinationAnswers() {
        crm.answers(503, 429, 200);
        ProcessedEvent event = worker.start(PAID);
        event.workflow().signal("packed", "Carol");
        event.await()
                .assertAttempts("deliver", 3)
                .assertDelays(ofSeconds(10), ofSeconds(20))
                .assertCompleted();
    }

    @Test
    void deliveryToADestinationThatIsGoneIsParked() {
        crm.answers(410);
        worker.process(PAID).assertAttempts("deliver", 1).assertParked("DestinationGone");
        crm.answers(302);
        worker.under("default", TestPolicy.attempts(2));
        worker.process(PAID).assertAttempts("deliver", 2).assertParked("DestinationRedirected");
        crm.answers(404);
        worker.process(PAID).assertAttempts("deliver", 2).assertParked("DestinationRefused");
    }

    @Test
    void eventIsParkedOnceNoOtherStepRuns() {
        warehouse.bookFailures.set(8);
        warehouse.reserveFailures.set(2);
        worker.process(PAID)
                .assertAttempts("reserve", 2)
                .assertAttempts("book", 9)
                .assertParked("OutOfStock");
    }

    @Test
    void timeStandsStillWhileItIsParked() {
        warehouse.reserveFailures.set(3);
        ProcessedEvent event = worker.process(PAID).assertParked();
        event.workflow().signal("packed", "Carol");
        event.retry().assertDelays("reserve", ofMinutes(1), ofMinutes(1)).assertCompleted();
    }

    @Test
    void timeMayPass() {
        warehouse.bookFailures.set(100);
        ProcessedEvent event = worker.start(PAID).letPass(ofSeconds(15)).assertAttempts("book", 2);
        event.letPass(ofHours(1)).assertAttempts("reserve", 1);
    }

    @Test
    void timeOfAnotherEventStandsStillAsWell() {
        warehouse.reserveFailures.set(2);
        ProcessedEvent parked = worker.process(PAID).assertParked("OutOfStock");
        for (int i = 0; i < 5; i++) {
            ProcessedEvent other = worker.start(PAID);
            other.workflow().signal("packed", "Carol");
            other.await().assertCompleted();
        }
        warehouse.reserveFailures.set(2);
        assertThat(worker.process(PAID).assertParked().details())
                .contains(parked.details().replaceFirst("(?s).*(- Parked at: \\d{4}-).*", "$1"));
    }

    @Test
    void workflowThatFailsIsParkedAndRunsFromItsBeginningOnRetry() {
        RefusedWorkflow.refuses = true;
        try (TestWorker refusing = TestWorker.of(RefusedWorkflow.class)) {
            ProcessedEvent event =
                    refusing.process("shop.refused", "{\"id\": 7}").assertParked("Refused");
            event.retry().assertParked("Refused");
            RefusedWorkflow.refuses = false;
            event.retry().assertCompleted("order 7");
        }
    }

    @Test
    void bodyThatIsNotOfTheWorkflowsTypeIsParked() {
        try (TestWorker refusing = TestWorker.of(RefusedWorkflow.class)) {
            refusing.process("shop.refused", "{\"id\": \"seven\"}")
                    .assertParked("UnreadableBody")
                    .discard("a test of the sender's")
                    .assertDiscarded();
        }
    }

    @Test
    void activityThatTheTestHasNotGivenIsNamed() {
        try (TestWorker without = TestWorker.of(OrderPaidWorkflow.class)) {
            ProcessedEvent event = without.under("stock", TestPolicy.attempts(1))
                    .under("default", TestPolicy.attempts(1))
                    .process(PAID)
                    .assertParked("UnknownHandler");
            assertThat(event.details())
                    .contains("This worker has no handler or activity named 'book'")
                    .contains("a test gives it to TestWorker.of");
        }
    }

    @Test
    void failedAssertionListsTheAttemptsWithTheirTimes() {
        crm.answers(410);
        ProcessedEvent event = worker.process(PAID);
        assertThatThrownBy(event::assertCompleted)
                .hasMessageContaining("Expected shop:1 to be completed.\nIt is parked")
                .hasMessageFindingMatch("\nAttempts:\n  \\d{4}-\\d\\d-\\d\\dT\\S+Z (book|reserve): done\n")
                .hasMessageFindingMatch("\n  \\d{4}-\\d\\d-\\d\\dT\\S+Z deliver: \\S");
    }

    @Test
    void codeThatFailsIsReportedAtOnce() {
        try (TestWorker broken = TestWorker.of(BrokenWorkflow.class)) {
            assertThatThrownBy(() -> broken.process("shop.broken", "{}"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("The code of the workflow shop.broken fails")
                    .hasMessageContaining("no such order");
        }
    }

    @Test
    void exceptionThatTheApplicationListsEndsTheWorkflowAsFailed() {
        WorkflowImplementationOptions options = WorkflowImplementationOptions.newBuilder()
                .setFailWorkflowExceptionTypes(IllegalStateException.class)
                .build();
        try (TestWorker broken = TestWorker.of().with(options, BrokenWorkflow.class)) {
            ProcessedEvent event = broken.process("shop.broken", "{}").assertFailed(IllegalStateException.class);
            assertThatThrownBy(event::assertCompleted)
                    .hasMessageContaining("It is failed")
                    .hasMessageContaining("no such order");
            assertThatThrownBy(() -> event.assertFailed("Refused")).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void finalFailureEndsTheWorkflowAsFailed() {
        try (TestWorker ending = TestWorker.of(EndingWorkflow.class)) {
            ending.process("shop.ending", "{}").assertFailed("EventFailed");
        }
    }

    @Test
    void dynamicActivityOfTheApplicationRuns() {
        DynamicActivity anything = arguments -> "done";
        try (TestWorker dynamic = TestWorker.of(AnythingWorkflow.class, anything)) {
            dynamic.process("shop.anything", "{}").assertCompleted("done").assertAttempts("anything", 1);
        }
    }

    @Test
    void activityWithTheNameOfAHandlerStopsTheTest() {
        try (TestWorker clash =
                TestWorker.of(OrderPaidWorkflow.class, warehouse).with(new Reserve())) {
            assertThatThrownBy(() -> clash.process(PAID))
                    .isInstanceOf(InvalidRoutesException.class)
                    .hasMessage("handler reserve (" + Reserve.class.getName() + "): the activity "
                            + OrderPaid.Activities.class.getName() + ".reserve has the same name, so one of them would"
                            + " run in place of the other; give the activity another name in @ActivityMethod");
        }
    }

    @Test
    void workflowThatNoEventCanStartStopsTheTest() {
        try (TestWorker misnamed = TestWorker.of(MisnamedWorkflow.class)) {
            assertThatThrownBy(() -> misnamed.process("shop.orders_create", "{}"))
                    .isInstanceOf(InvalidRoutesException.class)
                    .hasMessageContaining("no event has this type; name it 'shop.orders_create'");
        }
    }

    @Test
    void eventIsReceivedAtTheTimeOfTheTest() {
        warehouse.reserveFailures.set(2);
        try (TestWorker later =
                TestWorker.of(OrderPaidWorkflow.class, warehouse).with(AgeWorkflow.class)) {
            later.under("stock", TestPolicy.attempts(2).delays(ofHours(100)));
            later.process(PAID).assertDelays("reserve", ofHours(100)).assertParked();
            later.process("shop.age", "{}").assertCompleted("0 h");
        }
    }

    /** Activities that fail as often as a test asks. */
    private static final class Warehouse implements OrderPaid.Activities {

        final AtomicInteger bookFailures = new AtomicInteger();
        final AtomicInteger reserveFailures = new AtomicInteger();

        @Override
        public String book(String eventId) {
            failWhile(bookFailures, "BooksClosed");
            return "booked " + eventId;
        }

        @Override
        public void reserve(String eventId) {
            failWhile(reserveFailures, "OutOfStock");
        }

        private static void failWhile(AtomicInteger failures, String type) {
            if (failures.getAndDecrement() > 0) {
                throw ApplicationFailure.newFailure("not now", type);
            }
        }
    }

    /** Throws in the workflow itself. */
    @WorkflowInterface
    public interface Broken {

        @WorkflowMethod(name = "shop.broken")
        String process(WebhookEvent event);
    }

    public static final class BrokenWorkflow implements Broken {

        @Override
        public String process(WebhookEvent event) {
            throw new IllegalStateException("no such order");
        }
    }

    /** Has nothing left to do for its event. */
    @WorkflowInterface
    public interface Ending {

        @WorkflowMethod(name = "shop.ending")
        String process(WebhookEvent event);
    }

    public static final class EndingWorkflow implements Ending {

        @Override
        public String process(WebhookEvent event) {
            throw FinalFailure.of("the order was cancelled before it was paid");
        }
    }

    /** Runs an activity that has no class of its own. */
    @WorkflowInterface
    public interface Anything {

        @WorkflowMethod(name = "shop.anything")
        String process(WebhookEvent event);
    }

    public static final class AnythingWorkflow implements Anything {

        @Override
        public String process(WebhookEvent event) {
            return Step.named("Do anything")
                    .call(options -> Workflow.newUntypedActivityStub(options).execute("anything", String.class, event));
        }
    }

    /** Tells how old its event is. */
    @WorkflowInterface
    public interface Age {

        @WorkflowMethod(name = "shop.age")
        String process(WebhookEvent event);
    }

    public static final class AgeWorkflow implements Age {

        @Override
        public String process(WebhookEvent event) {
            Instant now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
            return Duration.between(event.receivedAt(), now).toHours() + " h";
        }
    }

    /** The body that the workflow below reads. */
    public record Refusal(long id) {}

    /** A workflow that refuses its body as long as a test asks. */
    @WorkflowInterface
    public interface Refused {

        @WorkflowMethod(name = "shop.refused")
        String process(WebhookEvent event, Refusal body);
    }

    public static final class RefusedWorkflow implements Refused {

        static volatile boolean refuses;

        @Override
        public String process(WebhookEvent event, Refusal body) {
            if (refuses) {
                throw ApplicationFailure.newFailure("no such order", "Refused");
            }
            return "order " + body.id();
        }
    }

    /** A handler with the name of an activity. */
    private static final class Reserve implements EventHandler {

        @Override
        public String name() {
            return "reserve";
        }

        @Override
        public List<String> eventTypes() {
            return List.of("shop.reserved");
        }

        @Override
        public String handle(EventAttempt attempt) {
            return "reserved";
        }
    }

    /** Has the name of the type as a provider writes it. */
    @WorkflowInterface
    public interface Misnamed {

        @WorkflowMethod(name = "shop.orders/create")
        void process(WebhookEvent event);
    }

    public static final class MisnamedWorkflow implements Misnamed {

        @Override
        public void process(WebhookEvent event) {}
    }
}
