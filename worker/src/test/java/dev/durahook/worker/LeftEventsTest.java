package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.routing.DeclaredPlans;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Events that {@code durahook.workflows} leaves to other workers, in the configuration of a worker. */
class LeftEventsTest {

    private static final String KEYS =
            "Correct the value. docs/operations.md describes the keys, under Workflows of other workers.";
    private static final String ROUTES =
            "Correct the route or the handler. docs/operations.md explains, under Routes, how routes are chosen.";

    private static ApplicationContextRunner worker(String... properties) {
        return WorkerContext.with(
                        "durahook.workflows.orders.event-types=shop.order.*,shop.paid",
                        "durahook.workflows.orders.task-queue=python",
                        "durahook.destinations.crm.url=https://crm.example/hooks",
                        "durahook.destinations.crm.signature=none")
                .withPropertyValues(properties);
    }

    private static void assertRefused(ApplicationContextRunner worker, String message, String remedy) {
        worker.run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis analysis = StartReports.first(context.getStartupFailure());
            assertThat(analysis.getDescription()).isEqualTo(message);
            assertThat(analysis.getAction()).isEqualTo(remedy);
        });
    }

    @Test
    void otherEventsKeepTheirRoute() {
        worker("durahook.routes.all.event-types=*", "durahook.routes.all.destinations=crm")
                .run(context -> assertThat(context.getBean(DeclaredPlans.class)
                                .plan("shop.opened")
                                .steps())
                        .hasSize(1));
    }

    @Test
    void workerDoesNotServeTheirTaskQueue() {
        assertRefused(
                worker("durahook.worker.task-queues=durahook,python"),
                "durahook.workflows.orders.task-queue is a task queue of this worker, whose default workflow would take"
                        + " the events: remove it from durahook.worker.task-queues, or let the workers with the"
                        + " workflows poll a task queue of their own.",
                KEYS);
    }

    @Test
    void routeThatWouldNeverApplyIsRefused() {
        for (String pattern : List.of("shop.order.sent", "shop.order.*", "shop.order.s*", "shop.paid")) {
            assertRefused(
                    worker("durahook.routes.sent.event-types=" + pattern, "durahook.routes.sent.destinations=crm"),
                    "durahook.routes.sent: '" + pattern + "' would never apply, because"
                            + " durahook.workflows.orders.event-types leaves every such event to other workers; remove"
                            + " one of the two",
                    ROUTES);
        }
    }

    @Test
    void handlerThatWouldNeverRunIsRefused() {
        assertRefused(
                worker().withBean(EventHandler.class, Sent::new),
                "handler sent: 'shop.order.sent' would never apply, because durahook.workflows.orders.event-types leaves"
                        + " every such event to other workers; remove one of the two",
                ROUTES);
    }

    @Test
    void workflowThatNoEventWouldStartIsRefused() {
        assertRefused(
                worker(
                        "spring.temporal.workers-auto-discovery.workflow-packages=com.acme.shop",
                        "durahook.workflows.shopify.event-types=shopify.*",
                        "durahook.workflows.shopify.task-queue=go"),
                "durahook.workflows.shopify.event-types leaves 'shopify.orders_paid' to workers of the task queue go, and"
                        + " this worker has a workflow of this type on the task queue durahook, which no event would"
                        + " start: remove one of the two.",
                KEYS);
    }

    private static final class Sent implements EventHandler {

        @Override
        public String name() {
            return "sent";
        }

        @Override
        public List<String> eventTypes() {
            return List.of("shop.order.sent");
        }

        @Override
        public String handle(EventAttempt attempt) {
            return "done";
        }
    }
}
