package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.Await;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.shop.Shop;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Workflows of an event's type that an operator starts without the event. At the end, they are replayed. */
class StartByHandTest {

    private static final Map<String, String> EVENT = Map.of(
            "id", "stripe:evt_1", "source", "stripe", "type", "stripe.other", "receivedAt", "2026-11-24T10:15:30Z");

    private final Shop shop = Shop.open();

    @AfterEach
    void close() {
        shop.close();
    }

    static Stream<Arguments> inputs() {
        Map<String, String> withoutTime = Map.of("id", "stripe:evt_1", "source", "stripe", "type", "stripe.other");
        return Stream.of(
                Arguments.of((Object) new Object[] {}),
                Arguments.of((Object) new @Nullable Object[] {null}),
                Arguments.of((Object) new @Nullable Object[] {null, Map.of("a", 1)}),
                Arguments.of((Object) new Object[] {json("null"), json("{}")}),
                Arguments.of((Object) new Object[] {json("1"), json("{}")}),
                Arguments.of((Object) new Object[] {"x", json("{}")}),
                Arguments.of((Object) new Object[] {Map.of("order", 17), json("{}")}),
                Arguments.of((Object) new Object[] {json(" null\n"), json("{}")}),
                Arguments.of((Object) new Object[] {EVENT}),
                Arguments.of((Object) new Object[] {withoutTime, Map.of("a", 1)}));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void workflowWithoutAnEventFailsAtOnceAndSaysWhy(@Nullable Object[] input) {
        WorkflowStub workflow = shop.startByHand("stripe.other", input);
        assertThatThrownBy(() -> workflow.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, Outcome.class))
                .isInstanceOf(WorkflowFailedException.class)
                .cause()
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getType()).isEqualTo("NoEvent");
                    assertThat(failure.getOriginalMessage()).contains("was not started with an event", "receivedAt");
                });
    }

    @Test
    void workflowWithAnEventIsProcessed() {
        WorkflowStub workflow = shop.startByHand("stripe.other", EVENT, Map.of("a", 1));
        assertThat(workflow.getResult(Outcome.class).outcome()).isEqualTo("unhandled");
        assertThat(workflow.describe().getStatus())
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }

    @Test
    void eventThatAnotherDataConverterMayReadIsNoStartByHand() {
        assertThat(hasEventFields(
                        "{'id': 'a', 'source': 's', 'type': 's.t', 'receivedAt': 1764548400.5, 'headers': 3}"))
                .isTrue();
        assertThat(hasEventFields("{'id': 'a', 'source': 's', 'type': 's.t', 'receivedAt': null}"))
                .isFalse();
        assertThat(hasEventFields("{'id': 'a', 'source': 's', 'type': 's.t', 'received_at': 'x'}"))
                .as("in the spelling of another mapper")
                .isTrue();
        assertThat(hasEventFields("['WebhookEvent', {'Id': 'a', 'Source': 's', 'Type': 's.t', 'ReceivedAt': 'x'}]"))
                .as("with its type")
                .isTrue();
        assertThat(hasEventFields("{'WebhookEvent': {'id': 'a', 'source': 's', 'type': 's.t', 'receivedAt': 'x'}}"))
                .as("with its type around it")
                .isTrue();
        assertThat(hasEventFields("{'event': {'id': 'a', 'source': 's', 'type': 's.t', 'receivedAt': 'x'}}"))
                .as("a value that has an event")
                .isFalse();
        assertThat(hasEventFields("17")).isFalse();
        assertThat(hasEventFields("")).isFalse();
    }

    @Test
    void eventThatAnotherDataConverterMayReadIsTriedAgain() {
        // A workflow that was terminated can't be replayed, so the shop must not know this one.
        WorkflowStub workflow = shop.client()
                .newUntypedWorkflowStub(
                        "stripe.other",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("stripe:evt_2")
                                .setTaskQueue("shop")
                                .build());
        workflow.start(
                json("{\"id\":\"stripe:evt_2\",\"source\":\"stripe\",\"type\":\"stripe.other\",\"receivedAt\":\"x\"}"),
                json("{}"));
        Await.until(
                "a workflow task has failed",
                () -> shop.client().fetchHistory("stripe:evt_2").getEvents().stream()
                        .anyMatch(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED));
        assertThat(workflow.describe().getStatus())
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
        workflow.terminate("seen");
    }

    private static boolean hasEventFields(String json) {
        return StartByHand.hasEventFields(EventBody.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static Object json(String json) {
        return EventBody.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
