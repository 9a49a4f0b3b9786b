package dev.durahook.receiver.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.receiver.source.SourceConfiguration;
import dev.durahook.workflows.remote.RemoteQueue;
import dev.durahook.workflows.remote.RemoteQueues;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The keys {@code durahook.workflows} beside sources. */
class RemoteConfigurationTest {

    private static ApplicationContextRunner receiver(String... properties) {
        return new ApplicationContextRunner()
                .withUserConfiguration(SourceConfiguration.class, RemoteConfiguration.class)
                .withPropertyValues(
                        "durahook.sources.shop.scheme=none",
                        "durahook.sources.till.scheme=none",
                        "durahook.sources.till.task-queue=till")
                .withPropertyValues(properties);
    }

    private static void assertRefused(String message, String... properties) {
        receiver(properties).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure())
                    .rootCause()
                    .isInstanceOfSatisfying(InvalidConfigurationException.class, refusal -> {
                        assertThat(refusal).hasMessage(message);
                        assertThat(refusal.remedy())
                                .isEqualTo(
                                        "Correct the value. docs/operations.md describes the keys, under Workflows of"
                                                + " other workers.");
                    });
        });
    }

    @Test
    void typesChooseATaskQueue() {
        receiver(
                        "durahook.workflows.orders.event-types=shop.paid,till.*",
                        "durahook.workflows.orders.task-queue=python")
                .run(context -> {
                    RemoteQueues queues = context.getBean(RemoteQueues.class);
                    assertThat(queues.of("shop.paid").map(RemoteQueue::taskQueue))
                            .contains("python");
                    assertThat(queues.of("till.opened").map(RemoteQueue::taskQueue))
                            .contains("python");
                    assertThat(queues.of("shop.opened")).isEmpty();
                    assertThat(queues.all().get(0).line())
                            .isEqualTo("Workflows orders: shop.paid, till.* on the task queue python");
                });
    }

    @Test
    void everyEventIsOfItsSourceByDefault() {
        receiver()
                .run(context ->
                        assertThat(context.getBean(RemoteQueues.class).all()).isEmpty());
    }

    @Test
    void typeOfNoSourceStopsTheStart() {
        assertRefused(
                "durahook.workflows.orders.event-types lists 'shops.paid', and no source has such events: begin the"
                        + " type with the name of a source under durahook.sources.",
                "durahook.workflows.orders.event-types=shop.paid,shops.paid",
                "durahook.workflows.orders.task-queue=python");
    }

    @Test
    void placeholderThatNothingResolvesStopsTheStart() {
        receiver(
                        "durahook.workflows.orders.event-types=shop.paid",
                        "durahook.workflows.orders.task-queue=${QUEUE_THAT_NOBODY_SET}")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessage("holds a placeholder that nothing resolves: set the variable it names"));
    }

    @Test
    void taskQueueOfASourceStopsTheStart() {
        assertRefused(
                "durahook.workflows.orders.task-queue is a task queue of the source till, on which Durahook's worker"
                        + " takes every event: let the workers with the workflows poll a task queue of their own.",
                "durahook.workflows.orders.event-types=shop.paid",
                "durahook.workflows.orders.task-queue=till");
        assertRefused(
                "durahook.workflows.orders.task-queue is a task queue of the source till, on which Durahook's worker"
                        + " takes every event: let the workers with the workflows poll a task queue of their own.",
                "durahook.workflows.orders.event-types=shop.paid",
                "durahook.workflows.orders.task-queue=till.handler.mail");
    }

    @Test
    void contradictionStopsTheStart() {
        assertRefused(
                "durahook.workflows.orders.task-queue is a task queue of Durahook's own worker: let the workers with the"
                        + " workflows poll a task queue of their own.",
                "durahook.workflows.orders.event-types=shop.paid",
                "durahook.workflows.orders.task-queue=durahook-operations");
    }

    @Test
    void unknownKeyStopsTheStart() {
        receiver("durahook.workflows.orders.event-type=shop.paid", "durahook.workflows.orders.task-queue=python")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(UnboundConfigurationPropertiesException.class)
                        .hasMessageContaining("durahook.workflows.orders.event-type"));
    }
}
