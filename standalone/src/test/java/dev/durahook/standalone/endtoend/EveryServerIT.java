package dev.durahook.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalCli;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of an event on the server of each Temporal CLI with which the build is tested. */
@RequiresTemporal
class EveryServerIT {

    private final AtomicInteger status = new AtomicInteger(503);
    private HttpServer crm;

    @TempDir
    private Path folder;

    static Stream<Path> servers() {
        return TemporalCli.all();
    }

    @BeforeEach
    void start() throws IOException {
        crm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        crm.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        crm.start();
    }

    @AfterEach
    void stop() {
        crm.stop(0);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void isStoredOnceAndProcessedAndParkedUntilItIsRetriedOrDiscarded(Path cli) throws IOException {
        try (TemporalServer temporal =
                        TemporalServer.start(TemporalServerOptions.inMemory().withCli(cli));
                Installation installation = install(temporal)) {
            assertThat(installation.post("done")).isEqualTo(202);
            assertThat(installation.post("done")).isEqualTo(200);
            awaitCompleted(temporal, "done");
            assertThat(installation.effects()).containsExactly("webhook:done");

            assertThat(installation.post("order", "retried")).isEqualTo(202);
            assertThat(installation.post("order", "discarded")).isEqualTo(202);
            temporal.workflows().awaitCount("DurahookStatus = 'parked'", 2);
            temporal.client().newUntypedWorkflowStub("webhook:discarded").signal("discard", "a test");
            awaitCompleted(temporal, "discarded");
            status.set(204);
            temporal.client().newUntypedWorkflowStub("webhook:retried").signal("retry");
            awaitCompleted(temporal, "retried");
            temporal.workflows().awaitCount("DurahookStatus = 'discarded'", 1);
        }
    }

    private Installation install(TemporalServer temporal) {
        return new Installation(
                temporal.target(),
                folder,
                "durahook.policies.once.maximum-attempts=1",
                "durahook.destinations.crm.url=http://127.0.0.1:"
                        + crm.getAddress().getPort(),
                "durahook.destinations.crm.signature=none",
                "durahook.destinations.crm.policy=once",
                "durahook.routes.orders.event-types=webhook.order",
                "durahook.routes.orders.destinations=crm");
    }

    private static void awaitCompleted(TemporalServer temporal, String id) {
        temporal.workflows().awaitStatus("webhook:" + id, WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }
}
