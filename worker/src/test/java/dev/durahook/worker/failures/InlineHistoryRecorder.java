package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.checkout.Checkout;
import com.acme.forwarding.Forwarding;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import io.temporal.activity.Activity;
import io.temporal.spring.boot.ActivityImpl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Records the histories of events whose first attempt was made inside the workflow task, for the replay tests of the
 * workflows. Run it only for a history that is missing: {@code mvn test -pl worker -am -Dtest=InlineHistoryRecorder
 * -Dsurefire.failIfNoSpecifiedTests=false}. A recorded history is never recorded again.
 */
class InlineHistoryRecorder {

    private static final Path HISTORIES = Path.of("../workflows/src/test/resources/histories");
    private static final Path OF_AUTHORS = CheckoutReplayTest.HISTORIES;
    private static final Path OF_FORWARDING = Path.of("src/test/resources/forwarding-histories");

    @Test
    void record() throws IOException {
        try (TemporalServer server =
                        TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
                RunningWorker worker = RunningWorker.start(
                        server,
                        List.of(RunningWorker.QUICK, "late"),
                        "durahook.policies.late.start-to-close-timeout=1s",
                        "durahook.policies.late.initial-interval=100ms",
                        "durahook.policies.late.maximum-attempts=2")) {
            write(server, "inline-succeeded", ended(worker.deliver(RunningWorker.QUICK, attempt -> "done")));
            write(server, "inline-failed-and-retried", ended(worker.deliver(RunningWorker.QUICK, attempt -> {
                if (attempt.number() < 3) {
                    throw new IllegalStateException("not yet");
                }
                return "then";
            })));
            write(server, "inline-failed-and-discarded", discarded(worker.deliver(RunningWorker.QUICK, attempt -> {
                throw new IllegalStateException("never");
            })));
            write(server, "inline-timed-out", discarded(worker.deliver("late", attempt -> {
                new CountDownLatch(1).await();
                return null;
            })));
            write(
                    server,
                    "inline-longer-than-a-task",
                    ended(worker.deliver(
                            RunningWorker.QUICK,
                            attempt -> {
                                Thread.sleep(Duration.ofSeconds(20).toMillis());
                                return "slept";
                            },
                            RunningWorker.USUAL_TASK)));
        }
    }

    @Test
    void recordSeveralSteps() throws IOException {
        try (TemporalServer server =
                        TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
                RunningWorker worker = RunningWorker.start(
                        server,
                        List.of("both"),
                        application -> application.registerBean("second", EventHandler.class, Second::new),
                        "durahook.policies.both.initial-interval=100ms",
                        "durahook.policies.both.maximum-attempts=3")) {
            write(server, "inline-several-succeeded", ended(worker.deliver("both", attempt -> "done")));
            write(server, "inline-several-failed-and-retried", ended(worker.deliver("both", attempt -> {
                if (attempt.number() < 3) {
                    throw new IllegalStateException("not yet");
                }
                return "then";
            })));
            write(
                    server,
                    "inline-several-longer-than-a-task",
                    ended(worker.deliver(
                            "both",
                            attempt -> {
                                Thread.sleep(Duration.ofSeconds(20).toMillis());
                                return "slept";
                            },
                            RunningWorker.USUAL_TASK)));
        }
    }

    /** A second handler of the same events. */
    private static final class Second implements EventHandler {

        @Override
        public String name() {
            return "second";
        }

        @Override
        public List<String> eventTypes() {
            return List.of("both.*");
        }

        @Override
        public String handle(EventAttempt attempt) {
            return "second";
        }
    }

    @Test
    void recordStepsOfAnAuthor() throws Exception {
        try (TemporalServer server =
                        TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
                RunningWorker worker = RunningWorker.start(
                        server,
                        List.of(),
                        application -> application.registerBean(RecordedTill.class),
                        "spring.main.sources=com.acme.checkout",
                        "durahook.policies.checkout.initial-interval=100ms",
                        "durahook.policies.checkout.maximum-attempts=3")) {
            for (String behaviour : RecordedTill.BEHAVIOURS) {
                RecordedTill.behaviour = behaviour;
                Event event = RunningWorker.deliver(
                        server.client(), Checkout.TYPE, attempt -> null, RunningWorker.USUAL_TASK);
                server.client().newUntypedWorkflowStub(event.id()).getResult(String.class);
                write(server, OF_AUTHORS, behaviour, event);
            }
            assertThat(worker.failedWorkflowTasks()).isZero();
        }
    }

    @Test
    void recordDestinationStepOfAnAuthor() throws IOException {
        try (Crm crm = new Crm();
                TemporalServer server =
                        TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
                RunningWorker worker = RunningWorker.start(
                        server,
                        List.of(),
                        Stream.concat(
                                        Stream.of(crm.destination("crm")),
                                        Stream.of(
                                                "spring.main.sources=com.acme.forwarding",
                                                "durahook.policies.forwarding.initial-interval=100ms",
                                                "durahook.policies.forwarding.maximum-attempts=3"))
                                .toArray(String[]::new))) {
            for (int refusals = 0; refusals <= 2; refusals += 2) {
                crm.refuse(refusals);
                Event event =
                        RunningWorker.deliver(server.client(), Forwarding.TYPE, "{}".getBytes(StandardCharsets.UTF_8));
                server.client().newUntypedWorkflowStub(event.id()).getResult(String.class);
                write(server, OF_FORWARDING, refusals == 0 ? "succeeded" : "failed-and-retried", event);
            }
            assertThat(worker.failedWorkflowTasks()).isZero();
        }
    }

    // The histories default-policy-*.json are from workers that gave such a step the policy named default.
    @Test
    void recordDestinationStepWithoutAPolicy() throws IOException {
        try (Crm crm = new Crm();
                TemporalServer server =
                        TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
                RunningWorker worker = RunningWorker.start(
                        server,
                        List.of(),
                        Stream.concat(
                                        Stream.of(crm.destination("crm")),
                                        Stream.of(
                                                "spring.main.sources=com.acme.forwarding",
                                                "durahook.destinations.crm.policy=forwarding",
                                                "durahook.policies.default.initial-interval=200ms",
                                                "durahook.policies.default.maximum-attempts=3",
                                                "durahook.policies.forwarding.initial-interval=100ms",
                                                "durahook.policies.forwarding.maximum-attempts=4"))
                                .toArray(String[]::new))) {
            for (int refusals = 0; refusals <= 2; refusals += 2) {
                crm.refuse(refusals);
                Event event = RunningWorker.deliver(
                        server.client(), Forwarding.Unnamed.TYPE, "{}".getBytes(StandardCharsets.UTF_8));
                server.client().newUntypedWorkflowStub(event.id()).getResult(String.class);
                write(
                        server,
                        OF_FORWARDING,
                        refusals == 0 ? "destination-policy-succeeded" : "destination-policy-failed-and-retried",
                        event);
            }
            crm.refuse(20);
            Event event = RunningWorker.deliver(
                    server.client(), Forwarding.Unnamed.TYPE, "{}".getBytes(StandardCharsets.UTF_8));
            event.parked();
            crm.refuse(0);
            event.signal("retry");
            server.client().newUntypedWorkflowStub(event.id()).getResult(String.class);
            write(server, OF_FORWARDING, "destination-policy-parked-and-retried", event);
            assertThat(worker.failedWorkflowTasks()).isZero();
        }
    }

    /** Charges in the way that its only test says, for one event at a time. */
    @ActivityImpl(taskQueues = "durahook")
    static final class RecordedTill implements Checkout.Till {

        static final List<String> BEHAVIOURS = List.of("succeeded", "failed-and-retried", "longer-than-a-task");
        static volatile String behaviour = "";

        @Override
        public String charge(String event) {
            if (behaviour.equals("failed-and-retried")
                    && Activity.getExecutionContext().getInfo().getAttempt() < 3) {
                throw new IllegalStateException("not yet");
            }
            if (behaviour.equals("longer-than-a-task")) {
                sleep();
            }
            return behaviour;
        }

        private static void sleep() {
            try {
                Thread.sleep(Duration.ofSeconds(20).toMillis());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String ship(String event) {
            return "shipped";
        }

        @Override
        public void mail(String event, String receipt) {}
    }

    private static Event ended(Event event) {
        event.outcome();
        return event;
    }

    private static Event discarded(Event event) {
        event.parked();
        event.signal("discard", "enough");
        return ended(event);
    }

    private static void write(TemporalServer server, String name, Event event) throws IOException {
        write(server, HISTORIES, name, event);
    }

    private static void write(TemporalServer server, Path folder, String name, Event event) throws IOException {
        Path file = folder.resolve(name + ".json");
        Files.createDirectories(folder);
        if (Files.notExists(file)) {
            Files.writeString(file, server.client().fetchHistory(event.id()).toJson(true) + "\n");
        }
    }
}
