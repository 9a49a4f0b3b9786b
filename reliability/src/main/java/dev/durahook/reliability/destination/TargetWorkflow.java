package dev.durahook.reliability.destination;

import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** Continues as new often, so that an event that is handed over again may find another run. */
public final class TargetWorkflow implements ReliabilityTarget {

    private static final int EVENTS_OF_A_RUN = 15;

    private int taken;

    @Override
    public void run(@Nullable JsonNode event, @Nullable JsonNode body) {
        Workflow.await(() -> taken >= EVENTS_OF_A_RUN && Workflow.isEveryHandlerFinished());
        Workflow.newContinueAsNewStub(ReliabilityTarget.class).run(null, null);
    }

    @Override
    public String take(JsonNode event, JsonNode body) {
        taken++;
        return "taken";
    }

    @Override
    public void note(JsonNode event, JsonNode body) {
        taken++;
    }
}
