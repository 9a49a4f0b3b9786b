package dev.durahook.reliability.destination;

import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** A workflow that waits for events. Its history says which events it took, and how often. */
@WorkflowInterface
public interface ReliabilityTarget {

    /** The workflow type. */
    String TYPE = "ReliabilityTarget";

    /** The name of the update. */
    String UPDATE = "take";

    /** The name of the signal. */
    String SIGNAL = "note";

    /** Runs for ever: continues as new after some events. The arguments are there if an event has started it. */
    @WorkflowMethod(name = TYPE)
    void run(@Nullable JsonNode event, @Nullable JsonNode body);

    /** Takes an event. */
    @UpdateMethod(name = UPDATE)
    String take(JsonNode event, JsonNode body);

    /** Takes an event. */
    @SignalMethod(name = SIGNAL)
    void note(JsonNode event, JsonNode body);
}
