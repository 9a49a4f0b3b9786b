package dev.durahook.standalone.inmemory;

import dev.durahook.standalone.StandaloneApplication;
import dev.durahook.standalone.inmemory.handlers.EveryFailure;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.QueriedDetails;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The standalone application on a machine where no Temporal runs and no CLI is on PATH. */
final class InMemoryApplication implements AutoCloseable {

    private static final Pattern TARGET = Pattern.compile("Temporal at (127\\.0\\.0\\.1:\\d+)");

    private final int port = FreePort.next();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JavaProcess process;
    private final WorkflowServiceStubs stubs;

    /**
     * Starts the application.
     *
     * @param folder an empty folder for the data
     * @param properties further configuration, each as {@code key=value}
     */
    InMemoryApplication(Path folder, String... properties) {
        process = JavaProcess.of(StandaloneApplication.class)
                .environment("PATH", folder.toString())
                .environment("TEMPORAL_ADDRESS", "")
                .arguments(Stream.concat(
                                Stream.of(
                                        "server.port=" + port,
                                        "durahook.standalone.data-directory=" + folder,
                                        "durahook.standalone.temporal-port=" + FreePort.next(),
                                        "durahook.standalone.web-ui-port=" + FreePort.next(),
                                        "durahook.sources.webhook.id.pointer=/id",
                                        "durahook.policies.quick.initial-interval=100ms",
                                        "durahook.policies.quick.maximum-attempts=3",
                                        "durahook.policies.brief.maximum-attempts=1",
                                        "durahook.policies.brief.start-to-close-timeout=2s",
                                        "spring.main.sources=dev.durahook.examples,"
                                                + EveryFailure.class.getPackageName()),
                                Stream.of(properties))
                        .map(property -> "--" + property)
                        .toArray(String[]::new))
                .start();
        process.awaitLine("Durahook is ready");
        stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(target()).build());
    }

    /** Posts an event whose id is its type, and returns its workflow. */
    WorkflowStub post(String type) {
        return postAs(type, "{\"event\": \"%s\", \"id\": \"%s\"}".formatted(type, type));
    }

    /** Posts an event whose body contains this id. */
    WorkflowStub postAs(String id, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhook"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 202) {
                throw new AssertionError("answered " + status);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        return WorkflowClient.newInstance(stubs).newUntypedWorkflowStub("webhook:" + id);
    }

    /** The current details, which an operator would read. */
    static String details(WorkflowStub workflow) {
        return QueriedDetails.of(workflow);
    }

    static boolean isRunning(WorkflowStub workflow) {
        return workflow.describe().getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }

    String output() {
        return process.output();
    }

    private String target() {
        Matcher target = TARGET.matcher(process.output());
        if (!target.find()) {
            throw new IllegalStateException("no Temporal in " + List.of(process.output()));
        }
        return target.group(1);
    }

    @Override
    public void close() {
        stubs.shutdownNow();
        process.close();
    }
}
