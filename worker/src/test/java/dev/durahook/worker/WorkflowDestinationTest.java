package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.server.ServerCheck;
import dev.durahook.worker.destination.Destinations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A destination of the kind workflow in an application. */
class WorkflowDestinationTest {

    private static final String[] ORDER = {
        "durahook.destinations.order.kind=workflow",
        "durahook.destinations.order.workflow-id=order-{/order}",
        "durahook.destinations.order.update=paid",
        "durahook.destinations.order.missing=start",
        "durahook.destinations.order.type=PythonOrder",
        "durahook.destinations.order.task-queue=durahook"
    };

    // This worker does not poll the queue of that name there.
    @Test
    void taskQueueOfAnotherNamespaceIsNoneOfThisWorker() {
        WorkerContext.with(ORDER)
                .withPropertyValues("durahook.destinations.order.namespace=shop")
                .run(context -> {
                    assertThat(context.getBean(Destinations.class).summaries())
                            .containsExactly("Destination order: update paid of workflow order-{/order} in namespace"
                                    + " shop, policy default");
                    assertThat(context.getBeansOfType(ServerCheck.class)).containsKey("durahookNamespaceCheck");
                });
    }

    @Test
    void taskQueueOfTheWorkersOwnNamespaceStopsTheStartAlsoIfTheNamespaceIsNamed() {
        WorkerContext.with(ORDER)
                .withPropertyValues(
                        "spring.temporal.namespace=payments", "durahook.destinations.order.namespace=payments")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining(
                                "durahook.destinations.order.task-queue is a task queue of this worker"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "namespace=|namespace is empty: name a namespace, or remove the key",
                "namespace=our shop|namespace is not the name of a namespace",
                "namespace=shop-{/tenant}|namespace must have no placeholder"
            })
    void invalidNamespaceStopsTheStart(String property, String message) {
        WorkerContext.with(ORDER)
                .withPropertyValues("durahook.destinations.order." + property)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("durahook.destinations.order." + message));
    }

    @ParameterizedTest
    @CsvSource({"default", "shop"})
    void eventStartsNoWorkflowOnTheQueueOfOperations(String namespace) {
        WorkerContext.with(ORDER)
                .withPropertyValues(
                        "durahook.destinations.order.namespace=" + namespace,
                        "durahook.destinations.order.task-queue=durahook-operations")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("durahook.destinations.order.task-queue must not be"
                                + " durahook-operations, where an event could start an operator's decision"));
    }

    @Test
    void otherKindsHaveNoNamespace() {
        WorkerContext.with(
                        "durahook.destinations.crm.url=https://crm.example.com/",
                        "durahook.destinations.crm.signature=none",
                        "durahook.destinations.crm.namespace=shop")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("durahook.destinations.crm.namespace is not a known key"));
    }
}
