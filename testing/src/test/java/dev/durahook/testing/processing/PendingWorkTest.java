package dev.durahook.testing.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.processing.DestinationStep;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A test whose wait times out names the workflow and the step for which it waited. */
class PendingWorkTest {

    @Test
    void signalOfAChildThatNeverComes() {
        Shipment.Activities printer = orderId -> "label";
        try (TestWorker worker =
                TestWorker.of(Shipment.OrderPackedWorkflow.class).with(Shipment.ShipmentWorkflow.class, printer)) {
            ProcessedEvent event = worker.start(TestEvent.of("shop.order_packed", "{}"));
            event.workflow().signal("handed_over", "bike");
            // Between the activity and the timer, nothing is pending for a moment either.
            String waiting = "\n    a signal or another condition of its own, at "
                    + Shipment.ShipmentWorkflow.class.getName() + ".ship(Shipment.java:";
            assertThat(inVain(worker, event, waiting))
                    .startsWith("After 0.3s the event shop:1 is neither completed nor parked. It waits for:\n")
                    .contains("  the child workflow shipment (shop:1/shipment), which waits for:\n")
                    .contains(waiting)
                    .contains("    its signals: handed-over (0 received)")
                    .contains("\n  its code is at " + Shipment.OrderPackedWorkflow.class.getName() + ".process(")
                    .contains("\n  signals that it has received and does not know: handed_over");
        }
    }

    @Test
    void attemptThatNeverEnds() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (TestWorker worker = TestWorker.of(new Stuck(never))) {
            ProcessedEvent event = worker.start(TestEvent.of("shop.stuck", "{}"));
            assertThat(inVain(worker, event, "attempt 2 is under way"))
                    .contains("  the activity stuck: attempt 2 is under way; the one before failed: ")
                    .contains("busy")
                    .doesNotContain("its code is at");
            never.countDown();
        }
    }

    @Test
    void destinationThatTheTestHasNotAskedFor() {
        try (TestWorker worker = TestWorker.of(ForwardedWorkflow.class)) {
            ProcessedEvent event = worker.start(TestEvent.of("shop.forwarded", "{}"));
            assertThat(inVain(worker, event, "the activity deliver"))
                    .contains("the activity deliver: no worker of this test has taken it from the task queue"
                            + " durahook.destination.crm. Ask for destination(\"crm\") before the first event");
        }
    }

    @Test
    void timerIsNamedIfAnotherOutcomeWasExpected() {
        Shipment.Activities printer = orderId -> "label";
        try (TestWorker worker =
                TestWorker.of(Shipment.OrderPackedWorkflow.class).with(Shipment.ShipmentWorkflow.class, printer)) {
            ProcessedEvent event = worker.start(TestEvent.of("shop.order_packed", "{}"));
            event.letPass(Duration.ofHours(1));
            assertThatThrownBy(event::assertCompleted)
                    .hasMessageContaining("It is running")
                    .hasMessageContaining("    a timer of 24h, which began at ");
        }
    }

    /** The message of the test's time-out, once the event has reached this state. */
    static String inVain(TestWorker worker, ProcessedEvent event, String expected) {
        worker.patience(Duration.ofMillis(300));
        String message = "";
        for (int i = 0; i < 1_000 && !message.contains(expected); i++) {
            AssertionError failed = catchThrowableOfType(AssertionError.class, event::await);
            assertThat(failed).isNotNull();
            message = String.valueOf(failed.getMessage());
        }
        return message;
    }

    /** Fails once, and then never ends. */
    private record Stuck(CountDownLatch never) implements EventHandler {

        @Override
        public String name() {
            return "stuck";
        }

        @Override
        public List<String> eventTypes() {
            return List.of("shop.stuck");
        }

        @Override
        public String handle(EventAttempt attempt) throws InterruptedException {
            if (attempt.number() == 1) {
                throw ApplicationFailure.newFailure("busy", "Busy");
            }
            never.await();
            return "";
        }
    }

    /** Delivers to a destination whose name is misspelt. */
    @WorkflowInterface
    public interface Misspelt {

        @WorkflowMethod(name = "shop.misspelt")
        void process(WebhookEvent event);
    }

    public static final class MisspeltWorkflow implements Misspelt {

        @Override
        public void process(WebhookEvent event) {
            DestinationStep.to("crmm").send(event);
            Workflow.getLogger(MisspeltWorkflow.class).info("delivered");
        }
    }

    /** Delivers to a destination. */
    @WorkflowInterface
    public interface Forwarded {

        @WorkflowMethod(name = "shop.forwarded")
        void process(WebhookEvent event);
    }

    public static final class ForwardedWorkflow implements Forwarded {

        @Override
        public void process(WebhookEvent event) {
            DestinationStep.to("crm").send(event);
            Workflow.getLogger(ForwardedWorkflow.class).info("delivered");
        }
    }
}
