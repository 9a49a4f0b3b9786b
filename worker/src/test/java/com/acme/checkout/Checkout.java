package com.acme.checkout;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Charges a card and sends a receipt. */
@WorkflowInterface
public interface Checkout {

    /** The type of the events. */
    String TYPE = "shop.checkout";

    /** The policy of both steps. */
    String POLICY = "checkout";

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event);

    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class CheckoutWorkflow implements Checkout {

        private static final Step CHARGE = Step.named("Charge the card").under(POLICY);
        private static final Step MAIL = Step.named("Mail the receipt").under(POLICY);

        @Override
        public String process(WebhookEvent event) {
            String receipt = CHARGE.call(
                    options -> Workflow.newActivityStub(Till.class, options).charge(event.id()));
            MAIL.run(options -> Workflow.newActivityStub(Till.class, options).mail(event.id(), receipt));
            return receipt;
        }
    }

    /** Ships an order, and charges nothing. */
    @WorkflowInterface
    interface Shipment {

        /** The type of the events. */
        String TYPE = "shop.shipment";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event);
    }

    /** The workflow of one slow step. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class ShipmentWorkflow implements Shipment {

        private static final Step SHIP = Step.named("Ship the order").under("shipment");

        @Override
        public String process(WebhookEvent event) {
            return SHIP.call(
                    options -> Workflow.newActivityStub(Till.class, options).ship(event.id()));
        }
    }

    /** Ships an order, with a time-out of its own. */
    @WorkflowInterface
    interface Express {

        /** The type of the events. */
        String TYPE = "shop.express";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event);
    }

    /** The workflow whose step has one second, not the policy's time. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class ExpressWorkflow implements Express {

        private static final Step SHIP = Step.named("Ship the order").under("express");

        @Override
        public String process(WebhookEvent event) {
            return SHIP.call(options -> Workflow.newActivityStub(
                            Till.class,
                            ActivityOptions.newBuilder(options)
                                    .setStartToCloseTimeout(Duration.ofSeconds(1))
                                    .build())
                    .ship(event.id()));
        }
    }

    /** Ships an order from the shop itself. */
    @WorkflowInterface
    interface Pickup {

        /** The type of the events. */
        String TYPE = "shop.pickup";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event);
    }

    /** The workflow that calls a local activity by itself, without a step. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class PickupWorkflow implements Pickup {

        @Override
        public String process(WebhookEvent event) {
            return Workflow.newLocalActivityStub(
                            Till.class,
                            LocalActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(Duration.ofSeconds(20))
                                    .build())
                    .ship(event.id());
        }
    }

    /** The activities. Each test brings its own. */
    @ActivityInterface
    interface Till {

        @ActivityMethod(name = "charge")
        String charge(String event);

        @ActivityMethod(name = "ship")
        String ship(String event);

        @ActivityMethod(name = "mail")
        void mail(String event, String receipt);
    }
}
