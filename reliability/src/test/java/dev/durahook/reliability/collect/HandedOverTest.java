package dev.durahook.reliability.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.ByteString;
import dev.durahook.reliability.record.BodyHash;
import dev.durahook.reliability.record.EventKind;
import dev.durahook.reliability.record.SeenEffect;
import io.temporal.api.common.v1.Payload;
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

    private static final String BODY = "{ \"amount\":1.50 }";

    @Test
    void successfulUpdatesAndSignalsCount() {
        List<HistoryEvent> history =
                List.of(accepted(1, "shop:1"), accepted(2, "shop:2"), completed(2), completed(1), signal("shop:3"));

        assertThat(HandedOver.taken("7", history))
                .extracting(SeenEffect::eventId)
                .containsExactly("shop:2", "shop:1", "shop:3");
    }

    @Test
    void eventThatWasTakenTwiceCountsTwice() {
        List<HistoryEvent> history = List.of(accepted(1, "shop:1"), completed(1), signal("shop:1"));

        assertThat(HandedOver.taken("7", history))
                .extracting(SeenEffect::eventId)
                .containsExactly("shop:1", "shop:1");
    }

    @Test
    void failedAndUnfinishedUpdatesDoNotCount() {
        List<HistoryEvent> history = List.of(accepted(1, "shop:1"), failed(1), accepted(2, "shop:2"));

        assertThat(HandedOver.taken("7", history)).isEmpty();
    }

    @Test
    void bodyIsTheExactSecondArgument() {
        assertThat(HandedOver.taken("7", List.of(accepted(1, "shop:1"), completed(1), signal("shop:2"))))
                .extracting(SeenEffect::body)
                .containsExactly(BodyHash.of(BODY), BodyHash.of(BODY));
    }

    @Test
    void kindIsSaidByTheWorkflowAndHowItTookTheEvent() {
        List<HistoryEvent> history = List.of(accepted(1, "shop:delivered"), completed(1), signal("shop:delivered"));

        assertThat(HandedOver.taken("7", history))
                .extracting(SeenEffect::kind)
                .containsExactly(EventKind.ORDERED, EventKind.NOTED);
        assertThat(HandedOver.taken(EventKind.BEGUN.workflow("7"), history))
                .extracting(SeenEffect::kind)
                .containsExactly(EventKind.BEGUN, EventKind.NOTED);
    }

    @Test
    void keyIsTheWorkflow() {
        assertThat(HandedOver.taken("7", List.of(signal("shop:1"))))
                .extracting(SeenEffect::key)
                .containsExactly("7");
    }

    @Test
    void missingBodyIsNone() {
        Payloads eventAlone = Payloads.newBuilder()
                .addPayloads(arguments("shop:1").getPayloads(0))
                .build();

        assertThat(HandedOver.taken("7", List.of(signal(eventAlone))))
                .containsExactly(new SeenEffect(EventKind.NOTED, "7", "shop:1", ""));
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
        return signal(arguments(eventId));
    }

    private static HistoryEvent signal(Payloads input) {
        return HistoryEvent.newBuilder()
                .setWorkflowExecutionSignaledEventAttributes(
                        WorkflowExecutionSignaledEventAttributes.newBuilder().setInput(input))
                .build();
    }

    private static Payloads arguments(String eventId) {
        Payload event = DefaultDataConverter.STANDARD_INSTANCE
                .toPayload(JsonNodeFactory.instance.objectNode().put("id", eventId))
                .orElseThrow();
        Payload body =
                Payload.newBuilder().setData(ByteString.copyFromUtf8(BODY)).build();
        return Payloads.newBuilder().addPayloads(event).addPayloads(body).build();
    }
}
