package dev.durahook.reliability.collect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.reliability.record.EventKind;
import dev.durahook.reliability.record.SeenEffect;
import dev.durahook.reliability.record.SeenEvent;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads from the histories of the targets which events they took. The SDK's own record is read, and not what the target
 * itself says, because a target that forgets would hide a repeat.
 */
public final class HandedOver {

    private static final SeenEvent UNKNOWN = new SeenEvent("unknown", "");

    private HandedOver() {}

    /**
     * The events that were handed over, one entry for each time.
     *
     * @param targets the beginning of the targets' workflow IDs
     */
    public static List<SeenEffect> read(WorkflowClient client, String targets) {
        return client.listExecutions("WorkflowId STARTS_WITH '" + targets + "'")
                .map(run -> client.fetchHistory(
                        run.getExecution().getWorkflowId(), run.getExecution().getRunId()))
                .flatMap(history -> taken(
                        history.getWorkflowExecution().getWorkflowId().substring(targets.length()),
                        history.getHistory().getEventsList()))
                .toList();
    }

    /**
     * The events that one run has taken: those of signals, and those of updates that have succeeded. The kind of each
     * effect is the kind of events that belongs there. The event itself may be of another kind, if it went astray.
     *
     * @param workflow the end of the workflow ID
     */
    static Stream<SeenEffect> taken(String workflow, List<HistoryEvent> history) {
        Map<Long, SeenEvent> accepted = history.stream()
                .filter(HistoryEvent::hasWorkflowExecutionUpdateAcceptedEventAttributes)
                .collect(Collectors.toMap(HistoryEvent::getEventId, HandedOver::accepted));
        return history.stream()
                .flatMap(event -> Stream.concat(
                        Stream.of(event)
                                .filter(HandedOver::isSuccess)
                                .map(HistoryEvent::getWorkflowExecutionUpdateCompletedEventAttributes)
                                .map(completed -> accepted.getOrDefault(completed.getAcceptedEventId(), UNKNOWN))
                                .map(taken -> effect(EventKind.ofUpdate(workflow), workflow, taken)),
                        Stream.of(event)
                                .filter(HistoryEvent::hasWorkflowExecutionSignaledEventAttributes)
                                .map(HistoryEvent::getWorkflowExecutionSignaledEventAttributes)
                                .map(signal -> effect(EventKind.NOTED, workflow, seen(signal.getInput())))));
    }

    private static SeenEffect effect(EventKind kind, String workflow, SeenEvent event) {
        return new SeenEffect(kind, workflow, event.id(), event.body());
    }

    private static SeenEvent accepted(HistoryEvent event) {
        return seen(event.getWorkflowExecutionUpdateAcceptedEventAttributes()
                .getAcceptedRequest()
                .getInput()
                .getArgs());
    }

    private static boolean isSuccess(HistoryEvent event) {
        return event.hasWorkflowExecutionUpdateCompletedEventAttributes()
                && event.getWorkflowExecutionUpdateCompletedEventAttributes()
                        .getOutcome()
                        .hasSuccess();
    }

    private static SeenEvent seen(Payloads arguments) {
        String id = id(arguments.getPayloads(0));
        return arguments.getPayloadsCount() < 2
                ? new SeenEvent(id, "")
                : SeenEvent.of(id, arguments.getPayloads(1).getData().toByteArray());
    }

    private static String id(Payload event) {
        return DefaultDataConverter.STANDARD_INSTANCE
                .fromPayload(event, JsonNode.class, JsonNode.class)
                .path("id")
                .asText();
    }
}
