package dev.durahook.workflows.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.workflows.routing.EventPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteQueuesTest {

    @ParameterizedTest
    @CsvSource({
        "stripe.charge.failed, exact",
        "stripe.charge.paid, longer",
        "stripe.invoice.paid, shorter",
        "stripes.charge, ",
        "github.push, "
    })
    void mostSpecificPatternChooses(String eventType, @Nullable String name) {
        Map<String, RemoteWorkflows> declared = new LinkedHashMap<>();
        declared.put("shorter", workflows("a", "stripe.*"));
        declared.put("exact", workflows("b", "stripe.charge.failed"));
        declared.put("longer", workflows("c", "stripe.charge.*"));

        assertThat(new RemoteQueues(declared).of(eventType).map(RemoteQueue::name))
                .isEqualTo(Optional.ofNullable(name));
    }

    @Test
    void withoutDeclarationsNothingIsRemote() {
        assertThat(new RemoteQueues(Map.of()).of("stripe.paid")).isEmpty();
    }

    @Test
    void patternBelongsToOneQueue() {
        Map<String, RemoteWorkflows> declared = new LinkedHashMap<>();
        declared.put("orders", workflows("python", "shop.*"));
        declared.put("payments", workflows("go", "shop.paid", "shop.*"));

        assertRefused(declared)
                .withMessage("durahook.workflows.payments.event-types lists 'shop.*' as"
                        + " durahook.workflows.orders.event-types does: remove one of the two");
        assertRefused(Map.of("orders", workflows("python", "shop.a", "shop.a")))
                .withMessage("durahook.workflows.orders.event-types lists 'shop.a' twice: remove one of the two");
    }

    @Test
    void bothKeysMustBeGiven() {
        assertRefused(Map.of("orders", new RemoteWorkflows(null, "python")))
                .withMessage("durahook.workflows.orders.event-types must name at least one event type");
        assertRefused(Map.of("orders", new RemoteWorkflows(List.of(), "python")))
                .withMessage("durahook.workflows.orders.event-types must name at least one event type");
        assertRefused(Map.of("orders", new RemoteWorkflows(List.of("shop.a"), null)))
                .withMessage("durahook.workflows.orders.task-queue must name the task queue of the workers with the"
                        + " workflows");
        assertRefused(Map.of("orders", workflows(" ", "shop.a")))
                .withMessageStartingWith("durahook.workflows.orders.task-queue must name");
    }

    @Test
    void patternThatMatchesNoTypeIsRefused() {
        assertRefused(Map.of("orders", workflows("python", "shop.orders/paid")))
                .withMessageStartingWith("durahook.workflows.orders.event-types is not valid: 'shop.orders/paid'")
                .withMessageContaining("write 'shop.orders_paid'");
    }

    // On durahook-operations, a sender could start an operator's decision by the type of its event.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "durahook",
                "durahook-operations",
                " durahook-operations ",
                "durahook.handler.mail",
                "durahook.destination.crm"
            })
    void taskQueueOfDurahookIsRefused(String taskQueue) {
        assertRefused(Map.of("orders", workflows(taskQueue, "shop.a")))
                .withMessage("durahook.workflows.orders.task-queue is a task queue of Durahook's own worker: let the"
                        + " workers with the workflows poll a task queue of their own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"python\"", "[python]", "python,go"})
    void taskQueueThatIsNotWrittenAloneIsRefused(String taskQueue) {
        assertRefused(Map.of("orders", workflows(taskQueue, "shop.a")))
                .withMessageStartingWith("durahook.workflows.orders.task-queue holds a quotation mark, a bracket or a");
    }

    @Test
    void patternWithoutASourceIsFound() {
        RemoteQueue queue = queue("shop.*", "sho*", "*", "shop.a", "shops.a", "shop-2*", "other.*");
        assertThat(queue.withoutSource(List.of("shop"))).containsExactly("shops.a", "shop-2*", "other.*");
    }

    @ParameterizedTest
    @CsvSource({"shop.order.paid, true", "shop.order.*, true", "shop.*, false", "*, false", "shop.orders, false"})
    void coversWhatItTakesWhole(String pattern, boolean covered) {
        assertThat(queue("shop.a", "shop.order.*").takesAllOf(new EventPattern(pattern)))
                .isEqualTo(covered);
    }

    private static RemoteQueue queue(String... eventTypes) {
        return new RemoteQueues(Map.of("orders", workflows("python", eventTypes)))
                .all()
                .get(0);
    }

    private static RemoteWorkflows workflows(String taskQueue, String... eventTypes) {
        return new RemoteWorkflows(List.of(eventTypes), taskQueue);
    }

    private static ThrowableAssertAlternative<InvalidRemoteWorkflowsException> assertRefused(
            Map<String, RemoteWorkflows> declared) {
        return assertThatExceptionOfType(InvalidRemoteWorkflowsException.class)
                .isThrownBy(() -> new RemoteQueues(declared));
    }
}
