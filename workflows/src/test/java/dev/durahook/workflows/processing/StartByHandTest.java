package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.shop.Shop;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowFailedException;
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
                Arguments.of((Object) new Object[] {withoutTime, Map.of("a", 1)}));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void workflowWithoutAnEventFailsAtOnceAndSaysWhy(@Nullable Object[] input) {
        WorkflowStub workflow = shop.startByHand("stripe.other", input);
        assertThatThrownBy(() -> workflow.getResult(20, TimeUnit.SECONDS, Outcome.class))
                .isInstanceOf(WorkflowFailedException.class)
                .cause()
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getType()).isEqualTo("NoEvent");
                    assertThat(failure.getOriginalMessage()).contains("was not started with an event", "receivedAt");
                });
    }

    @Test
    void workflowWithAnEventIsProcessed() {
        WorkflowStub workflow = shop.startByHand(
                "stripe.other",
                Map.of(
                        "id",
                        "stripe:evt_1",
                        "source",
                        "stripe",
                        "type",
                        "stripe.other",
                        "receivedAt",
                        "2026-11-24T10:15:30Z"),
                Map.of("a", 1));
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
        assertThat(hasEventFields("17")).isFalse();
        assertThat(hasEventFields("")).isFalse();
    }

    private static boolean hasEventFields(String json) {
        return StartByHand.hasEventFields(EventBody.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static Object json(String json) {
        return EventBody.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
