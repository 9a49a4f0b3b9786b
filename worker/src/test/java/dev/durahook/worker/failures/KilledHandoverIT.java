package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.worker.PatientWorkers;
import dev.durahook.worker.destination.workflow.OrderWorkflow;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.parking.EventStatus;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many events for workflows that run, are late, have ended, never start, have no handler, are slow, have taken as many
 * updates as Temporal allows, or continue as new again and again. The worker is killed in the middle. Each event ends
 * as done or parked, and no workflow takes an event twice.
 */
@RequiresTemporal
@Timeout(3600)
class KilledHandoverIT {

    private static final String QUEUE = "orders";

    private static final int EVENTS = Integer.getInteger("durahook.handovers", 180);
    private static final int ORDERS = EVENTS / 6;
    // With thousands of events, so many wait for late workflows that an attempt a second of each is too
    // much for Temporal.
    private static final Duration INTERVAL = Duration.ofSeconds(Math.max(1, EVENTS / 400));
    // Each attempt asks all runs since the event was received.
    private static final int MOVES = 12;
    // How many updates one run may take, instead of 2,000. It is more than the events for one order.
    private static final int UPDATES = 7;
    private static final List<String> TYPES = List.of("test.paid", "test.signalled", "test.unknown", "test.slow");

    /** What becomes of the order of this number. */
    private enum Fate {
        RUNS,
        LATE,
        ENDED,
        NEVER,
        MOVES,
        FULL;

        static Fate of(int order) {
            return values()[order % values().length];
        }
    }

    private record Sent(Event event, String type, int order) {

        boolean mustBeDone() {
            return !type.equals("test.unknown") && Fate.of(order) != Fate.ENDED && Fate.of(order) != Fate.NEVER;
        }
    }

    private TemporalServer server;

    @Test
    void eachEventIsDoneOrParkedAndTakenOnce() throws InterruptedException {
        try (TemporalServer temporal = TemporalServer.start(TemporalServerOptions.inMemory()
                .withStatus()
                .withDynamicConfig("history.maxTotalUpdates", Integer.toString(UPDATES)))) {
            server = temporal;
            WorkerFactory orders = WorkerFactory.newInstance(server.client());
            orders.newWorker(QUEUE, PatientWorkers.options()).registerWorkflowImplementationTypes(OrderWorkflow.class);
            orders.start();
            Thread moves = new Thread(this::moveOn);
            try {
                begin(Fate.RUNS);
                begin(Fate.MOVES);
                begin(Fate.ENDED);
                each(Fate.ENDED, order -> order.signal("close"));
                begin(Fate.FULL);
                each(Fate.FULL, KilledHandoverIT::fill);
                List<Sent> sent = send();
                moves.start();
                killInTheMiddle();
                finish(sent);
            } finally {
                moves.interrupt();
                moves.join();
                orders.shutdownNow();
            }
        }
    }

    private void killInTheMiddle() {
        try (JavaProcess worker = JavaProcess.of(HandoverShop.class)
                .environment("TEMPORAL_ADDRESS", server.target())
                .arguments(Stream.of(properties()).map("--"::concat).toArray(String[]::new))
                .start()) {
            worker.awaitLine("Workers started");
            Await.until("a part is done", () -> done() > Math.min(EVENTS / 10, 100));
            worker.kill();
        }
        System.out.println("Killed when " + done() + " of " + EVENTS + " events were done");
    }

    private void finish(List<Sent> sent) {
        begin(Fate.LATE);
        RunningWorker another = RunningWorker.start(server, List.of(), properties());
        try {
            each(Fate.RUNS, order -> order.signal("release"));
            each(Fate.LATE, order -> order.signal("release"));
            awaitLimit(sent);
            each(Fate.FULL, order -> order.signal("moveOn"));
            for (Sent one : sent) {
                check(one);
            }
        } finally {
            another.close();
        }
        check(Fate.RUNS, sent);
        check(Fate.LATE, sent);
        check(Fate.MOVES, sent);
        check(Fate.FULL, sent);
    }

    private static void awaitLimit(List<Sent> sent) {
        Event event = sent.stream()
                .filter(one -> Fate.of(one.order()) == Fate.FULL && one.type().equals("test.paid"))
                .findFirst()
                .orElseThrow()
                .event();
        Await.until(
                "an order is at its limit",
                () -> event.lastFailure().contains("limit on the total number of distinct updates"));
    }

    // An update that fails is counted too, and the order takes no event by it.
    private static void fill(WorkflowStub order) {
        for (int i = 0; i < UPDATES; i++) {
            assertThatExceptionOfType(WorkflowUpdateException.class)
                    .isThrownBy(() -> order.update("failing", String.class, null, null));
        }
    }

    private static void check(Sent sent) {
        Await.until(sent + " has ended or is parked", sent.event()::isSettled);
        assertThat(EventStatus.PARKED.equals(sent.event().status()))
                .as("%s is parked: %s", sent, sent.event().details())
                .isNotEqualTo(sent.mustBeDone());
    }

    private void check(Fate fate, List<Sent> sent) {
        for (int order = fate.ordinal(); order < ORDERS; order += Fate.values().length) {
            int number = order;
            List<String> expected = sent.stream()
                    .filter(one -> one.order() == number && one.mustBeDone())
                    .map(one -> one.event().id())
                    .toList();
            List<?> taken = orders().taken(order);
            Set<Object> once = new HashSet<>(taken);
            assertThat(once).as("order-%s", order).isEqualTo(Set.copyOf(expected));
            assertThat(taken).as("order-%s takes each event once", order).hasSameSizeAs(once);
        }
    }

    private List<Sent> send() {
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            int order = i % ORDERS;
            String type = type(TYPES.get((i / ORDERS) % TYPES.size()), Fate.of(order));
            sent.add(new Sent(
                    RunningWorker.deliver(server.client(), type, Orders.body(order), RunningWorker.USUAL_TASK),
                    type,
                    order));
        }
        return sent;
    }

    // Handlers that wait are cut off if their order continues as new. An event for an order that never starts must not
    // wait for it, because the other events wait for their orders as long as it takes.
    private static String type(String type, Fate fate) {
        return switch (fate) {
            case NEVER -> "test.parking";
            case MOVES, FULL -> type.equals("test.slow") ? "test.paid" : type;
            case RUNS, LATE, ENDED -> type;
        };
    }

    private long done() {
        return server.workflows()
                .count("TaskQueue = '" + TaskQueues.DEFAULT
                        + "' AND (ExecutionStatus = 'Completed' OR DurahookStatus = 'parked')");
    }

    private Orders orders() {
        return new Orders(server.client(), QUEUE);
    }

    private void begin(Fate fate) {
        for (int order = fate.ordinal(); order < ORDERS; order += Fate.values().length) {
            orders().start(order);
        }
    }

    private void each(Fate fate, Consumer<WorkflowStub> action) {
        for (int order = fate.ordinal(); order < ORDERS; order += Fate.values().length) {
            action.accept(orders().of(order));
        }
    }

    private void moveOn() {
        for (int move = 0; move < MOVES && !Thread.currentThread().isInterrupted(); move++) {
            try {
                each(Fate.MOVES, order -> order.signal("moveOn"));
                Thread.sleep(3_000);
            } catch (InterruptedException e) {
                return;
            } catch (WorkflowException e) {
                // Between two runs.
            }
        }
    }

    private static String[] properties() {
        return new String[] {
            "durahook.policies.default.initial-interval=" + INTERVAL.toSeconds() + "s",
            "durahook.policies.default.backoff-coefficient=1",
            "durahook.policies.default.maximum-attempts=0",
            "durahook.policies.default.start-to-close-timeout=10s",
            "durahook.destinations.paid.kind=workflow",
            "durahook.destinations.paid.workflow-id=order-{/order}",
            "durahook.destinations.paid.update=paymentSucceeded",
            "durahook.destinations.signalled.kind=workflow",
            "durahook.destinations.signalled.workflow-id=order-{/order}",
            "durahook.destinations.signalled.signal=paid",
            "durahook.destinations.unknown.kind=workflow",
            "durahook.destinations.unknown.workflow-id=order-{/order}",
            "durahook.destinations.unknown.update=paymentFailed",
            "durahook.destinations.slow.kind=workflow",
            "durahook.destinations.slow.workflow-id=order-{/order}",
            "durahook.destinations.slow.update=slow",
            "durahook.destinations.parking.kind=workflow",
            "durahook.destinations.parking.workflow-id=order-{/order}",
            "durahook.destinations.parking.update=paymentSucceeded",
            "durahook.destinations.parking.missing=park",
            "durahook.routes.parking.event-types=test.parking",
            "durahook.routes.parking.destinations=parking",
            "durahook.routes.paid.event-types=test.paid",
            "durahook.routes.paid.destinations=paid",
            "durahook.routes.signalled.event-types=test.signalled",
            "durahook.routes.signalled.destinations=signalled",
            "durahook.routes.unknown.event-types=test.unknown",
            "durahook.routes.unknown.destinations=unknown",
            "durahook.routes.slow.event-types=test.slow",
            "durahook.routes.slow.destinations=slow"
        };
    }
}
