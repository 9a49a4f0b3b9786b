package dev.durahook.standalone.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.standalone.StandaloneApplication;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.QueriedDetails;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.temporal.client.WorkflowExecutionMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The configuration, requests, URLs and failures contain secrets, but no place where data is kept or shown contains any
 * of them. For each place, the test first shows that it looks at the right data.
 */
@RequiresTemporal
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecretsStayOutIT {

    @TempDir
    private static Path folder;

    private static TemporalServer temporal;
    private static EchoingDestination crm;
    private static JavaProcess application;
    private static Senders senders;

    @BeforeAll
    static void deliver() throws Exception {
        temporal = TemporalServer.start(TemporalServerOptions.onFile(folder.resolve("temporal.db"))
                .withUi()
                .withStatus());
        crm = new EchoingDestination();
        int port = FreePort.next();
        Stream<String> arguments =
                Stream.concat(Configuration.write(folder, crm).stream(), Stream.of("--server.port=" + port));
        application = JavaProcess.of(StandaloneApplication.class)
                .environment("TEMPORAL_ADDRESS", temporal.target())
                .environment("TEMPORAL_API_KEY", Canary.API_KEY.value())
                .environment("TEMPORAL_TLS", "false")
                .option("-Ddurahook.test.password=" + Canary.DATABASE_PASSWORD.value())
                .arguments(arguments.toArray(String[]::new))
                .start();
        application.awaitLine("Durahook is ready");
        senders = new Senders(port);
        senders.all();
        temporal.workflows().awaitCount("DurahookStatus = 'parked'", 4);
        temporal.workflows().awaitCount("DurahookStatus = 'unhandled'", 1);
    }

    @AfterAll
    static void stop() {
        application.close();
        crm.close();
        temporal.close();
    }

    @Test
    void noSecretIsInAnAnswer() {
        new Sink("an answer", senders.answers()).holds("previously_accepted");
    }

    @Test
    void noSecretIsInABodyThatADestinationGets() {
        Sink bodies = new Sink("bodies of requests", crm.bodies());
        bodies.holds(Senders.MARKER);
        bodies.holds("\"clientState\":\"[hidden]\"");
        bodies.holds("\"token\":\"[hidden]\"");
    }

    @Test
    void noSecretIsInTheLogNorABody() {
        Sink log = new Sink("the log", application.output());
        log.holds("github");
        assertThat(log.content()).doesNotContain(Senders.MARKER);
    }

    @Test
    void noSecretIsInAMetricOrAnythingElseTheManagementShows() throws Exception {
        new Sink("metrics", senders.page("/actuator/prometheus")).holds("durahook_deliveries");
        // A Temporal that is late with one answer counts as down.
        String health = Await.value("it is up", () -> Optional.of(health()).filter(page -> page.contains("UP")));
        new Sink("health", health).holds("UP");
        for (String hidden : List.of("env", "configprops", "beans", "heapdump", "loggers", "httpexchanges")) {
            assertThat(senders.page("/actuator/" + hidden)).contains("404");
        }
    }

    @Test
    void noSecretIsInAHistoryOrTheDetailsOfAWorkflow() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (String id : workflows()) {
            temporal.client().fetchHistory(id).getHistory().writeTo(kept);
            QueriedDetails.metadata(temporal.client().newUntypedWorkflowStub(id))
                    .writeTo(kept);
        }
        Sink histories = Sink.of("histories", kept.toByteArray());
        histories.holds(Senders.MARKER);
        histories.holds("kept-4c1e");
        histories.holds("no connection with [hidden]");
        histories.holds("no [hidden]?[hidden] with [hidden]");
    }

    private static String health() {
        try {
            return senders.page("/actuator/health");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noSecretIsInTheDataOfTheWebUi() throws Exception {
        String api = temporal.uiAddress() + "/api/v1/namespaces/default/workflows";
        StringBuilder read = new StringBuilder(page(api));
        for (String id : workflows()) {
            String workflow = api + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
            read.append(page(workflow)).append(page(workflow + "/history"));
        }
        Sink ui = new Sink("the Web UI", read.toString());
        ui.holds(Senders.MARKER);
        ui.holds("keyed.received");
    }

    /** This test runs last, because the server must write everything to its disk. */
    @Test
    @Order(Integer.MAX_VALUE)
    void noSecretIsInTheDatabase() throws IOException {
        application.terminate();
        application.awaitEnd();
        temporal.stop();
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("temporal.db"))
                    .toList()) {
                dump.write(Files.readAllBytes(file));
            }
        }
        Sink database = Sink.of("the database", dump.toByteArray());
        database.holds(Senders.MARKER);
        database.holds("no connection with [hidden]");
    }

    private static List<String> workflows() {
        List<String> ids = temporal.client()
                .listExecutions("")
                .map(WorkflowExecutionMetadata::getExecution)
                .map(execution -> execution.getWorkflowId())
                .toList();
        assertThat(ids).hasSize(5);
        return ids;
    }

    private static String page(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
