package dev.durahook.worker.operations;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.QueriedDetails;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A real server and a worker in a process of its own, with events and operations. */
final class ShopFloor implements AutoCloseable {

    private static final Duration LONG =
            Integer.getInteger("durahook.parked") == null ? Await.PATIENCE : Duration.ofMinutes(20);

    // A machine that stands still for some seconds does not lose a task in which an event was handled.
    private static final Duration TASK = Duration.ofSeconds(30);

    private final TemporalServer server;
    private final Path folder;
    private JavaProcess worker;

    ShopFloor(TemporalServer server, Path folder) {
        this.server = server;
        this.folder = folder;
        this.worker = start();
    }

    private JavaProcess start() {
        JavaProcess process = JavaProcess.of(OperatedShop.class)
                .environment("TEMPORAL_ADDRESS", server.target())
                .environment(OperatedShop.FOLDER, folder.toString())
                .arguments(
                        "--server.port=0",
                        // An attempt whose worker was killed is made again; one that fails parks the event.
                        "--durahook.policies.default.maximum-attempts=5",
                        "--durahook.policies.default.start-to-close-timeout=30s",
                        "--durahook.policies.default.non-retryable-error-types=java.lang.IllegalStateException",
                        "--durahook.policies.slow.maximum-attempts=1",
                        "--durahook.policies.slow.inline-first-attempt=false")
                .start();
        process.awaitLine("Workers started");
        return process;
    }

    void killWorker() {
        worker.kill();
    }

    void startWorker() {
        worker = start();
    }

    void down() {
        try {
            Files.writeString(folder.resolve(OperatedShop.DOWN), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void up() {
        try {
            Files.deleteIfExists(folder.resolve(OperatedShop.DOWN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parks this number of events and waits until Temporal lists them. */
    List<String> park(String type, int number) {
        down();
        List<String> events = IntStream.range(0, number)
                .parallel()
                .mapToObj(i -> deliver(type, type + "-" + i))
                .toList();
        await(number, "WorkflowType = '" + type + "' AND DurahookStatus = 'parked'");
        up();
        return events;
    }

    /** Starts an event as the receiver does. */
    String deliver(String type, String id) {
        return deliver(type, id, TaskQueues.DEFAULT);
    }

    /** Starts an event on any task queue. */
    String deliver(String type, String id, String taskQueue) {
        return start(type, id, taskQueue);
    }

    /** Starts a later run of an event, which goes on waiting for the handler {@code mail}. */
    String goOnWaiting(String type, String id) {
        Map<String, Object> plan = Map.of(
                "steps",
                List.of(Map.of("kind", "HANDLER", "name", "mail", "policy", "default")),
                "parkUnhandled",
                false);
        Map<String, Object> parked = Map.of(
                "step", "Handle: mail", "failure", "down", "since", "2026-11-24T10:15:30Z", "key", "handle:mail");
        return start(type, id, TaskQueues.DEFAULT, Map.of("plan", plan, "fates", List.of(), "parked", List.of(parked)));
    }

    private String start(String type, String id, String taskQueue, Object... more) {
        String event = "shop:" + id;
        List<Object> arguments = new ArrayList<>();
        arguments.add(new WebhookEvent(event, "shop", type, Instant.EPOCH, Map.of(), null));
        arguments.add(EventBody.of("{\"order\": 7}".getBytes(StandardCharsets.UTF_8)));
        arguments.addAll(List.of(more));
        client().newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(event)
                                .setTaskQueue(taskQueue)
                                .setWorkflowTaskTimeout(TASK)
                                .build())
                .start(arguments.toArray());
        return event;
    }

    /** Starts an operation as the Web UI's form does. */
    WorkflowStub operation(String type, String input) {
        WorkflowStub operation = client().newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("operation-" + UUID.randomUUID())
                                .setTaskQueue(TaskQueues.OPERATIONS)
                                .build());
        operation.start(EventBody.of(input.getBytes(StandardCharsets.UTF_8)));
        return operation;
    }

    String details(WorkflowStub operation) {
        return QueriedDetails.of(operation);
    }

    /** Waits until Temporal lists this number of workflows. */
    void await(long number, String query) {
        Await.until(number + " of " + query, LONG, () -> server.workflows().count(query) == number);
    }

    /** The events of a type that were handled, one entry for each time. */
    List<String> handled(String type) {
        Path file = folder.resolve(OperatedShop.HANDLED);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> line.startsWith("shop:" + type + "-"))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WorkflowClient client() {
        return server.client();
    }

    @Override
    public void close() {
        worker.close();
    }
}
