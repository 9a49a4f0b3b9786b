package dev.durahook.testing.processing;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow as an author could write it: two steps at the same time, then a delivery, a signal and a day's wait. */
@WorkflowInterface
public interface OrderPaid {

    @WorkflowMethod(name = "shop.order_paid")
    String process(WebhookEvent event, RawValue order);

    @SignalMethod
    void packed(String by);

    @ActivityInterface
    interface Activities {

        @ActivityMethod(name = "book")
        String book(String eventId);

        @ActivityMethod(name = "reserve")
        void reserve(String eventId);
    }
}
