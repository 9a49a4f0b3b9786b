package dev.durahook.worker.destination.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workflow of an application that waits for events. */
@WorkflowInterface
public interface Order {

    String TYPE = "Order";

    /** Runs until the order is closed. The event and the body are there if an event has started the order. */
    @WorkflowMethod(name = TYPE)
    void run(@Nullable WebhookEvent event, @Nullable JsonNode body, @Nullable List<String> taken);

    @UpdateMethod(name = "paymentSucceeded")
    String paymentSucceeded(WebhookEvent event, JsonNode body);

    @UpdateMethod(name = "bodyAlone")
    void bodyAlone(JsonNode body);

    /** Fails until the signal {@code release} has come. */
    @UpdateMethod(name = "failing")
    String failing(WebhookEvent event, JsonNode body);

    /** Waits for the signal {@code release}. */
    @UpdateMethod(name = "slow")
    String slow(WebhookEvent event, JsonNode body);

    @SignalMethod(name = "paid")
    void paid(WebhookEvent event, JsonNode body);

    @SignalMethod(name = "release")
    void release();

    @SignalMethod(name = "moveOn")
    void moveOn();

    @SignalMethod(name = "close")
    void close();

    /** The IDs of the events that the order has taken, in all of its runs. */
    @QueryMethod(name = "taken")
    List<String> taken();
}
