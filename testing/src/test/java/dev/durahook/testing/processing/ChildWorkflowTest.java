package dev.durahook.testing.processing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several workflows and handlers in one worker, as in an application. */
class ChildWorkflowTest {

    private static final TestEvent PACKED = TestEvent.of("shop.order_packed", "{}");

    private final AtomicInteger failures = new AtomicInteger();
    private final WelcomeMail mail = new WelcomeMail();
    private final TestWorker worker = TestWorker.of(Shipment.OrderPackedWorkflow.class)
            .with(Shipment.ShipmentWorkflow.class, (Shipment.Activities) this::printLabel)
            .with(mail)
            .under("default", TestPolicy.attempts(3))
            .under("mail", TestPolicy.attempts(2));

    private String printLabel(String orderId) {
        if (failures.getAndDecrement() > 0) {
            throw ApplicationFailure.newFailure("no paper", "PrinterEmpty");
        }
        return "label of " + orderId;
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void childWorkflowIsPartOfTheEvent() {
        failures.set(1);
        ProcessedEvent event = worker.start(PACKED).letPass(Duration.ofHours(1));
        event.child("shipment").workflow().signal("handed-over", "bike");
        event.await()
                .assertCompleted("shipped: label of shop:1 by bike")
                .assertAttempts("print-label", 2)
                .assertDelays(Duration.ofSeconds(10));
    }

    @Test
    void parkedChildIsRetriedByItself() {
        failures.set(3);
        ProcessedEvent event = worker.process(PACKED).assertAttempts(3);
        assertThatThrownBy(event::assertParked)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("It is running")
                .hasMessageContaining("the child workflow shipment (shop:1/shipment), which is parked. Decide with"
                        + " child(\"shipment\").retry()");
        ProcessedEvent child = event.child("shipment").assertParked("PrinterEmpty");
        child.workflow().signal("handed-over", "bike");
        child.retry().assertCompleted();
        event.await().assertCompleted("shipped: label of shop:1 by bike").assertAttempts(4);
    }

    @Test
    void discardedChildIsNotTakenForWorkThatWasDone() {
        failures.set(3);
        ProcessedEvent event = worker.process(PACKED);
        event.child("shipment").discard("the order was cancelled");
        event.await().assertParked("EventDiscarded");
    }

    @Test
    void handlerRunsBesideTheWorkflow() {
        worker.process("shop.customer_created", "{\"id\": 7}").assertCompleted("mailed 7");
        mail.serverDown = true;
        worker.process("shop.customer_created", "{\"id\": 8}").assertAttempts(2).assertParked("MailServerDown");
    }

    @Test
    void childThatWasNotStartedIsNamed() {
        ProcessedEvent event = worker.process("shop.customer_created", "{\"id\": 7}");
        assertThatThrownBy(() -> event.child("shipment"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected shop:1 to be the parent of a child workflow shipment")
                .hasMessageContaining("It is completed");
    }

    @Test
    void childThatTheTestDoesNotRunIsReportedAtOnce() {
        try (TestWorker without = TestWorker.of(Shipment.OrderPackedWorkflow.class)) {
            assertThatThrownBy(() -> without.process(PACKED))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(
                            "The workflow shop.order_packed has started a child workflow shipment, and no workflow of this"
                                    + " test has that name: add its class with with(...)");
        }
    }

    @Test
    void handlerForTheTypeOfAWorkflowStopsTheTestAsItStopsTheStart() {
        try (TestWorker both = TestWorker.of(Shipment.OrderPackedWorkflow.class).with(new Sealer())) {
            assertThatThrownBy(() -> both.process(PACKED))
                    .hasMessageContaining("'shop.order_packed' would never apply");
        }
    }

    @Test
    void nothingCanBeAddedOnceTheWorkerRuns() {
        worker.process("shop.customer_created", "{\"id\": 7}");
        assertThatThrownBy(() -> worker.with(new Sealer()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Add handlers before the first event");
    }

    /** Takes an event whose type has a workflow as well. */
    private static final class Sealer implements EventHandler {

        @Override
        public String name() {
            return "sealer";
        }

        @Override
        public List<String> eventTypes() {
            return List.of("shop.order_packed");
        }

        @Override
        public String handle(EventAttempt attempt) {
            return "";
        }
    }
}
