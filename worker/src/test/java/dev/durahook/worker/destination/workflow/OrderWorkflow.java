package dev.durahook.worker.destination.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down which events it has taken. */
public class OrderWorkflow implements Order {

    private final List<String> taken = new ArrayList<>();
    private boolean released;
    private boolean moving;
    private boolean closed;

    @Override
    public void run(@Nullable WebhookEvent event, @Nullable JsonNode body, @Nullable List<String> earlier) {
        taken.addAll(0, earlier == null ? List.of() : earlier);
        Workflow.await(() -> closed || moving);
        if (moving) {
            Workflow.newContinueAsNewStub(Order.class).run(null, null, taken);
        }
    }

    @Override
    public String paymentSucceeded(WebhookEvent event, JsonNode body) {
        taken.add(event.id());
        return "order is paid by\n" + body.path("payment").asText();
    }

    @Override
    public void bodyAlone(JsonNode body) {
        taken.add(body.path("payment").asText());
    }

    @Override
    public String failing(WebhookEvent event, JsonNode body) {
        if (!released) {
            throw ApplicationFailure.newFailure("the order is locked", "Locked");
        }
        taken.add(event.id());
        return "unlocked";
    }

    @Override
    public String slow(WebhookEvent event, JsonNode body) {
        taken.add(event.id());
        Workflow.await(() -> released);
        return "at last";
    }

    @Override
    public void paid(WebhookEvent event, JsonNode body) {
        taken.add(event.id());
    }

    @Override
    public void release() {
        released = true;
    }

    @Override
    public void moveOn() {
        moving = true;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public List<String> taken() {
        return taken;
    }
}
