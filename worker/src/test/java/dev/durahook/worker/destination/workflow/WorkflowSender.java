package dev.durahook.worker.destination.workflow;

import dev.durahook.testsupport.Await;
import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.worker.destination.workflow.declaration.WorkflowDestinationProperties;
import dev.durahook.worker.destination.workflow.namespace.NamespaceClients;
import dev.durahook.workflows.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Hands events over to workflows, as a destination named orders that a test declares. */
final class WorkflowSender {

    private final Transport transport;

    private WorkflowSender(Transport transport) {
        this.transport = transport;
    }

    /** A destination with these keys, in addition to the ID of the workflow. */
    static WorkflowSender of(NamespaceClients clients, String... keysAndValues) {
        Map<String, String> keys = new HashMap<>(Map.of("workflow-id", "order-{/order}"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            keys.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new WorkflowSender(new WorkflowKind(clients).open(declared(keys)));
    }

    private static DeclaredDestination<WorkflowDestinationProperties> declared(Map<String, String> keys) {
        return new DeclaredDestination<>(
                "orders",
                10,
                new Binder(new MapConfigurationPropertySource(keys))
                        .bindOrCreate("", Bindable.of(WorkflowDestinationProperties.class)));
    }

    /** An event that was received now. */
    static WebhookEvent event(String id) {
        return new WebhookEvent(id, "shop", "shop.paid", Instant.now(), Map.of("x-order", "17"), null);
    }

    /** Makes an attempt for the event of an order, and returns the receipt's text. */
    @Nullable
    String send(WebhookEvent event, String order) throws Exception {
        return send(event, order, Await.PATIENCE);
    }

    @Nullable
    String send(WebhookEvent event, String order, Duration time) throws Exception {
        String body = "{\"order\": \"%s\", \"payment\": \"card\"}".formatted(order);
        return send(event, body.getBytes(StandardCharsets.UTF_8), time);
    }

    @Nullable
    String send(WebhookEvent event, byte[] body, Duration time) throws Exception {
        return transport
                .send(event, body, new Attempt(1, time, Duration.ofSeconds(1)))
                .text();
    }

    /** Makes an attempt that must fail. */
    DestinationException fails(WebhookEvent event, String order) {
        return fails(event, order, Await.PATIENCE);
    }

    DestinationException fails(WebhookEvent event, String order, Duration time) {
        try {
            throw new AssertionError("it was taken: " + send(event, order, time));
        } catch (DestinationException e) {
            return e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
