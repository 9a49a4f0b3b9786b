package dev.durahook.reliability.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowExecutionSignaledEventAttributes;
import io.temporal.api.history.v1.WorkflowExecutionUpdateAcceptedEventAttributes;
import io.temporal.api.history.v1.WorkflowExecutionUpdateCompletedEventAttributes;
import io.temporal.api.update.v1.Input;
import io.temporal.api.update.v1.Outcome;
import io.temporal.api.update.v1.Request;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandedOverTest {

    @Test
    void successfulUpdatesAndSignalsCount() {
        List<HistoryEvent> history =
                List.of(accepted(1, "shop:1"), accepted(2, "shop:2"), completed(2), completed(1), signal("shop:3"));

        assertThat(HandedOver.taken(history)).containsExactly("shop:2", "shop:1", "shop:3");
    }

    @Test
    void eventThatWasTakenTwiceCountsTwice() {
        List<HistoryEvent> history = List.of(accepted(1, "shop:1"), completed(1), signal("shop:1"));

        assertThat(HandedOver.taken(history)).containsExactly("shop:1", "shop:1");
    }

    @Test
    void failedAndUnfinishedUpdatesDoNotCount() {
        List<HistoryEvent> history = List.of(accepted(1, "shop:1"), failed(1), accepted(2, "shop:2"));

        assertThat(HandedOver.taken(history)).isEmpty();
    }

    private static HistoryEvent accepted(long number, String eventId) {
        Request request = Request.newBuilder()
                .setInput(Input.newBuilder().setArgs(arguments(eventId)))
                .build();
        return HistoryEvent.newBuilder()
                .setEventId(number)
                .setWorkflowExecutionUpdateAcceptedEventAttributes(
                        WorkflowExecutionUpdateAcceptedEventAttributes.newBuilder()
                                .setAcceptedRequest(request))
                .build();
    }

    private static HistoryEvent completed(long accepted) {
        return ended(accepted, Outcome.newBuilder().setSuccess(Payloads.getDefaultInstance()));
    }

    private static HistoryEvent failed(long accepted) {
        return ended(accepted, Outcome.newBuilder().setFailure(Failure.getDefaultInstance()));
    }

    private static HistoryEvent ended(long accepted, Outcome.Builder outcome) {
        return HistoryEvent.newBuilder()
                .setWorkflowExecutionUpdateCompletedEventAttributes(
                        WorkflowExecutionUpdateCompletedEventAttributes.newBuilder()
                                .setAcceptedEventId(accepted)
                                .setOutcome(outcome))
                .build();
    }

    private static HistoryEvent signal(String eventId) {
        return HistoryEvent.newBuilder()
                .setWorkflowExecutionSignaledEventAttributes(
                        WorkflowExecutionSignaledEventAttributes.newBuilder().setInput(arguments(eventId)))
                .build();
    }

    private static Payloads arguments(String eventId) {
        return DefaultDataConverter.STANDARD_INSTANCE
                .toPayloads(JsonNodeFactory.instance.objectNode().put("id", eventId), "the body")
                .orElseThrow();
    }
}
