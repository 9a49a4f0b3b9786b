package dev.durahook.workflows.waiting;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.FinalFailure;
import dev.durahook.workflows.processing.Step;
import dev.durahook.workflows.shop.LedgerActivities;
import dev.durahook.workflows.shop.Shop;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Everything that a wait can meet on its way, as the signal {@code next} names it. */
@WorkflowInterface
public interface Shipment {

    String TYPE = "shop.order_shipped";

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event, RawValue body);

    @SignalMethod(name = "next")
    void next(String what);

    /** Waits for signals until a signal ends the workflow. */
    final class ShipmentWorkflow implements Shipment {

        private String next = "";
        private int booked;

        @Override
        public String process(WebhookEvent event, RawValue body) {
            Wait.on("the carrier", () -> untilEnded(event, body)).get();
            Wait.sleep("the grace period", Duration.ofHours(1));
            return "booked " + booked;
        }

        private Promise<Void> untilEnded(WebhookEvent event, RawValue body) {
            Promise<Void> booking = Workflow.newPromise((Void) null);
            while (!next.equals("end")) {
                Workflow.await(() -> !next.isEmpty());
                booking = act(take(), event, body, booking);
            }
            return booking;
        }

        private String take() {
            String taken = next;
            next = taken.equals("end") ? taken : "";
            return taken;
        }

        private Promise<Void> act(String what, WebhookEvent event, RawValue body, Promise<Void> booking) {
            switch (what) {
                case "book" -> {
                    return Async.procedure(this::book, event);
                }
                case "fail" -> throw ApplicationFailure.newFailure("the carrier is gone", "CarrierGone");
                case "give up" -> throw FinalFailure.of("the carrier is gone");
                case "continue" -> Workflow.continueAsNew(event, body);
                case "return" -> Async.procedure(() -> Wait.until("nothing", () -> false));
                default -> {}
            }
            return booking;
        }

        private void book(WebhookEvent event) {
            Step.named("Book")
                    .under(Shop.POLICY)
                    .run(options -> Workflow.newActivityStub(LedgerActivities.class, options)
                            .book(event.id()));
            booked++;
        }

        @Override
        public void next(String what) {
            next = what;
        }
    }
}
