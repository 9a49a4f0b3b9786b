package dev.durahook.worker.destination.workflow.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.NewWorkflow;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WorkflowDestinationPropertiesTest {

    @Test
    void everyKeyHasADefault() {
        WorkflowDestination destination = check(Map.of());
        assertThat(destination.argument()).isEqualTo(ArgumentChoice.EVENT_AND_BODY);
        assertThat(destination.missing()).isEqualTo(MissingChoice.WAIT);
        assertThat(destination.start()).isNull();
        assertThat(destination.namespace()).isNull();
        assertThat(destination.summary()).isEqualTo("update paid of workflow order-{/order}");
    }

    @Test
    void everyKeyIsMapped() {
        WorkflowDestination destination = check(Map.of(
                "update",
                "",
                "signal",
                "payment",
                "namespace",
                "shop.a1b2c",
                "argument",
                "body",
                "missing",
                "start",
                "type",
                "Order",
                "task-queue",
                "orders"));
        assertThat(destination.kind()).isEqualTo(HandlerKind.SIGNAL);
        assertThat(destination.handler()).isEqualTo("payment");
        assertThat(destination.namespace()).isEqualTo("shop.a1b2c");
        assertThat(destination.summary())
                .isEqualTo("signal payment of workflow order-{/order} in namespace shop.a1b2c");
        assertThat(destination.argument()).isEqualTo(ArgumentChoice.BODY);
        assertThat(destination.missing()).isEqualTo(MissingChoice.START);
        assertThat(destination.start()).isEqualTo(new NewWorkflow("Order", "orders"));
        assertThat(check(Map.of("missing", "park")).missing()).isEqualTo(MissingChoice.PARK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workflow-id=|workflow-id must be given: the ID of the workflow that gets an event",
                "workflow-id=order-{/order|workflow-id has an unmatched brace",
                "workflow-id=order-}|workflow-id has an unmatched brace",
                "workflow-id=order-{order}|workflow-id has a placeholder that no event has; use a JSON pointer",
                "workflow-id=order-{header:}|workflow-id has a placeholder that no event has",
                "workflow-id=order-{}|workflow-id has a placeholder that no event has",
                "namespace=shop of ours|namespace is not the name of a namespace: use 1 to 255 printable ASCII",
                "namespace=läden|namespace is not the name of a namespace",
                "namespace=shop-{/tenant}|namespace must have no placeholder, because nothing in an event says where",
                "update=|update must be given: the name of the update",
                "signal=paid|signal must not be given together with update",
                "update=__temporal_x|update must be the name of a handler of the workflow",
                "type=Order|type has no effect without missing: start",
                "task-queue=orders|task-queue has no effect without missing: start",
                "missing=start|type must be given with missing: start"
            })
    void invalidValueStopsTheStartAndNamesItsKey(String property, String message) {
        int equals = property.indexOf('=');
        assertThatThrownBy(() -> check(Map.of(property.substring(0, equals), property.substring(equals + 1))))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("durahook.destinations.orders." + message);
    }

    @Test
    void namespaceMayNotBeBlank() {
        assertThatThrownBy(() -> check(Map.of("namespace", " ")))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("durahook.destinations.orders.namespace is empty: name a namespace, or remove the key for"
                        + " the worker's own namespace");
    }

    /** An empty value removes the key. */
    private static WorkflowDestination check(Map<String, String> more) {
        Map<String, String> keys = new HashMap<>(Map.of("workflow-id", "order-{/order}", "update", "paid"));
        keys.putAll(more);
        keys.values().removeIf(String::isEmpty);
        return new WorkflowDeclaration(new DeclaredDestination<>(
                        "orders",
                        10,
                        new Binder(new MapConfigurationPropertySource(keys))
                                .bindOrCreate("", Bindable.of(WorkflowDestinationProperties.class))))
                .check();
    }
}
