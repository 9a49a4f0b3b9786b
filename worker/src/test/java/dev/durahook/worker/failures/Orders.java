package dev.durahook.worker.failures;

import dev.durahook.worker.destination.workflow.Order;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The orders to which events are handed over.
 *
 * @param client the client of their namespace
 * @param queue the task queue of their worker
 */
record Orders(WorkflowClient client, String queue) {

    /** The body of an event for the order of this number. */
    static byte[] body(Object number) {
        return "{\"order\": \"%s\", \"payment\": \"card\"}".formatted(number).getBytes(StandardCharsets.UTF_8);
    }

    /** Starts an order. */
    WorkflowStub start(Object number) {
        WorkflowStub order = client.newUntypedWorkflowStub(
                Order.TYPE,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(queue)
                        .setWorkflowId(id(number))
                        .build());
        order.start();
        return order;
    }

    /** The newest run of an order. */
    WorkflowStub of(Object number) {
        return client.newUntypedWorkflowStub(id(number));
    }

    /** The IDs of the events that an order has taken. */
    @SuppressWarnings("unchecked")
    List<String> taken(Object number) {
        return (List<String>) of(number).query("taken", List.class);
    }

    private static String id(Object number) {
        return "order-" + number;
    }
}
