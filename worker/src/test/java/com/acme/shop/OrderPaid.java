package com.acme.shop;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.spring.boot.ActivityImpl;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The only file that a team adds. */
@WorkflowInterface
public interface OrderPaid {

    @WorkflowMethod(name = "shopify.orders_paid")
    String process(WebhookEvent event, Order order);

    record Order(int id) {}

    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class OrderPaidWorkflow implements OrderPaid {

        private static final Step SHIP = Step.named("Ship the order");

        @Override
        public String process(WebhookEvent event, Order order) {
            return SHIP.call(options ->
                    Workflow.newActivityStub(ShippingActivities.class, options).ship(order.id()));
        }
    }

    @ActivityInterface
    interface ShippingActivities {

        @ActivityMethod(name = "ship")
        String ship(int order);
    }

    /** The activity takes a moment, so that a test can stop the worker in the middle of it. */
    @Component
    @ActivityImpl(taskQueues = TaskQueues.DEFAULT)
    class CourierShippingActivities implements ShippingActivities {

        @Override
        public String ship(int order) {
            System.out.println("Shipping " + order);
            pause();
            return "shipped " + order;
        }

        private static void pause() {
            try {
                TimeUnit.SECONDS.sleep(2);
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while shipping", e);
            }
        }
    }
}
