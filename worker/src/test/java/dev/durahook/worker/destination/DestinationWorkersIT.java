package dev.durahook.worker.destination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.worker.PatientWorkers;
import dev.durahook.worker.destination.http.HttpKind;
import dev.durahook.worker.slots.QueueSlots;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.BodySource;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.RawValue;
import io.temporal.worker.WorkerFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mock.env.MockEnvironment;

/** The limits of destinations, as a real server enforces them. */
@RequiresTemporal
class DestinationWorkersIT {

    private static final Logger LOG = LoggerFactory.getLogger(DestinationWorkersIT.class);
    private static final byte[] BODY = "{\"id\": 1}".getBytes(StandardCharsets.UTF_8);

    @Test
    void recoveredDestinationIsNotFlooded() {
        int events = 300;
        int rate = 20;
        try (TemporalServer server = TemporalServer.start();
                CountingServer crm = new CountingServer(Duration.ofMillis(5));
                FaultProxy way = FaultProxy.to(crm.target());
                Workers workers = new Workers(
                        server.client(),
                        Map.of(
                                "crm",
                                declared(
                                        way.target(),
                                        "requests-per-second",
                                        Integer.toString(rate),
                                        "concurrency",
                                        "10",
                                        "request-timeout",
                                        "1m",
                                        "total-timeout",
                                        "1m")))) {
            way.refuse();
            for (int i = 0; i < events; i++) {
                workers.start("crm", i);
            }
            sleep(Duration.ofSeconds(10));
            assertThat(crm.requests()).isZero();

            way.heal();
            Await.until("all events are delivered", () -> crm.events() == events);

            int peak = crm.peak(Duration.ofSeconds(1));
            LOG.info(
                    "At {} requests per second: peak {} in 1 s, {} in 5 s, {} requests for {} events",
                    rate,
                    peak,
                    crm.peak(Duration.ofSeconds(5)),
                    crm.requests(),
                    events);
            assertThat(crm.requests()).isEqualTo(events);
            // After a machine has stood still, the requests that wait in the ten slots come together. A flood would
            // be all requests within two seconds.
            assertThat(peak).isLessThanOrEqualTo(4 * rate);
            assertThat(crm.peak(Duration.ofSeconds(5))).isLessThanOrEqualTo(8 * rate);
        }
    }

    @Test
    void slowDestinationDelaysNoOther() throws TimeoutException {
        try (TemporalServer server = TemporalServer.start();
                // Longer than the test: the requests that it has are never answered.
                CountingServer slow = new CountingServer(Duration.ofMinutes(30));
                CountingServer quick = new CountingServer(Duration.ZERO);
                Workers workers = new Workers(
                        server.client(),
                        Map.of(
                                "slow",
                                        declared(
                                                slow.target(),
                                                "concurrency",
                                                "2",
                                                "request-timeout",
                                                "30m",
                                                "total-timeout",
                                                "30m"),
                                "quick", declared(quick.target())))) {
            long begin = System.nanoTime();
            for (int i = 0; i < 30; i++) {
                workers.start("slow", i);
            }
            Await.until("the slow destination is busy", () -> slow.mostAtOnce() >= 2);
            List<WorkflowStub> delivered = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                delivered.add(workers.start("quick", i));
            }
            for (WorkflowStub event : delivered) {
                event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, String.class);
            }
            // An attempt ends without an answer after nine tenths of its minute, and another takes its slot.
            int most = slow.mostAtOnce();
            assertThat(most).isLessThanOrEqualTo(2 + 2 * (int) (secondsSince(begin) / 54));
        }
    }

    @Test
    void bodyThatIsNotAnArgumentIsRead() throws TimeoutException {
        try (TemporalServer server = TemporalServer.start();
                CountingServer crm = new CountingServer(Duration.ZERO);
                Workers workers = new Workers(
                        server.client(),
                        Map.of("crm", declared(crm.target(), "request-timeout", "1m", "total-timeout", "1m")))) {
            WorkflowStub event = workers.start("crm", 1, null);
            assertThat(event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, String.class))
                    .matches("crm answered 204 No Content in \\d+ ms");
            assertThat(workers.asked).isEqualTo(1);
        }
    }

    private static Map<String, String> declared(String target, String... more) {
        Map<String, String> keys = new HashMap<>();
        keys.put("url", "http://" + target + "/events");
        keys.put("signature", "none");
        for (int i = 0; i < more.length; i += 2) {
            keys.put(more[i], more[i + 1]);
        }
        return keys;
    }

    private static long secondsSince(long begin) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    }

    private static void sleep(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The destination workers of one process. */
    private static final class Workers implements AutoCloseable {

        private final WorkflowClient client;
        private final WorkerFactory factory;
        private final HttpKind http;
        private volatile int asked;

        Workers(WorkflowClient client, Map<String, Map<String, String>> declared) {
            this.client = client;
            factory = WorkerFactory.newInstance(client);
            factory.newWorker(TaskQueues.DEFAULT, PatientWorkers.options())
                    .registerWorkflowImplementationTypes(OneDestinationWorkflow.class);
            MockEnvironment environment = new MockEnvironment();
            declared.forEach((name, keys) -> keys.forEach(
                    (key, value) -> environment.setProperty("durahook.destinations." + name + "." + key, value)));
            http = HttpKind.of(environment, InstantSource.system());
            Destinations destinations = Destinations.of(environment, List.of(http));
            BodySource bodies = event -> {
                asked++;
                return BODY;
            };
            new DestinationWorkers(
                            destinations,
                            new TransportActivities(destinations, bodies),
                            new DestinationTaskQueues(TaskQueues.DEFAULT, destinations.names()),
                            new QueueSlots())
                    .register(factory);
            factory.start();
        }

        WorkflowStub start(String destination, int number) {
            return start(destination, number, EventBody.of(BODY));
        }

        WorkflowStub start(String destination, int number, @Nullable RawValue body) {
            String id = "stripe:" + destination + "-" + number;
            String type = "stripe.charge.failed";
            WorkflowStub workflow = client.newUntypedWorkflowStub(
                    type,
                    WorkflowOptions.newBuilder()
                            .setWorkflowId(id)
                            .setTaskQueue(TaskQueues.DEFAULT)
                            .build());
            WebhookEvent event = new WebhookEvent(id, "stripe", type, Instant.EPOCH, Map.of(), null);
            workflow.start(event, body, destination);
            return workflow;
        }

        @Override
        public void close() {
            factory.shutdownNow();
            factory.awaitTermination(10, TimeUnit.SECONDS);
            http.close();
        }
    }
}
