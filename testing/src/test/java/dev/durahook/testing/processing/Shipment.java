package dev.durahook.testing.processing;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** A child workflow as an author could write it: a step, a day's wait and a signal. */
@WorkflowInterface
public interface Shipment {

    @WorkflowMethod(name = "shipment")
    String ship(String orderId);

    @SignalMethod(name = "handed-over")
    void handedOver(String carrier);

    /** The activity. */
    @ActivityInterface
    interface Activities {

        @ActivityMethod(name = "print-label")
        String printLabel(String orderId);
    }

    /** Prints a label, waits for a day, and then for the carrier. */
    final class ShipmentWorkflow implements Shipment {

        private String carrier = "";

        @Override
        public String ship(String orderId) {
            String label = Step.named("Print the label")
                    .call(options ->
                            Workflow.newActivityStub(Activities.class, options).printLabel(orderId));
            Workflow.sleep(Duration.ofDays(1));
            Workflow.await(() -> !carrier.isEmpty());
            return label + " by " + carrier;
        }

        @Override
        public void handedOver(String by) {
            carrier = by;
        }
    }

    /** The event whose workflow ships. */
    @WorkflowInterface
    interface OrderPacked {

        @WorkflowMethod(name = "shop.order_packed")
        String process(WebhookEvent event);
    }

    /** Leaves the shipment to the child workflow. */
    final class OrderPackedWorkflow implements OrderPacked {

        @Override
        public String process(WebhookEvent event) {
            ChildWorkflowOptions options = ChildWorkflowOptions.newBuilder()
                    .setWorkflowId(event.id() + "/shipment")
                    .build();
            return "shipped: "
                    + Workflow.newChildWorkflowStub(Shipment.class, options).ship(event.id());
        }
    }
}
