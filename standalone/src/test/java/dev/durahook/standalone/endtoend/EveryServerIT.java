package dev.durahook.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.standalone.inmemory.Crm;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalCli;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of an event on the server of each Temporal CLI with which the build is tested. */
@RequiresTemporal
class EveryServerIT {

    private Crm crm;

    @TempDir
    private Path folder;

    static Stream<Path> servers() {
        return TemporalCli.all();
    }

    @BeforeEach
    void start() throws IOException {
        crm = new Crm();
        crm.answers(503, null);
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void isStoredOnceAndProcessedAndParkedUntilItIsRetriedOrDiscarded(Path cli) throws IOException {
        try (TemporalServer temporal = TemporalServer.start(
                        TemporalServerOptions.inMemory().withCli(cli).withPatientTasks());
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
            crm.answers(204, null);
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
                "durahook.destinations.crm.url=" + crm.url(),
                "durahook.destinations.crm.signature=none",
                "durahook.destinations.crm.policy=once",
                // The only attempt must not fail because this machine stands still.
                "durahook.destinations.crm.request-timeout=1m",
                "durahook.destinations.crm.total-timeout=1m",
                "durahook.routes.orders.event-types=webhook.order",
                "durahook.routes.orders.destinations=crm");
    }

    private static void awaitCompleted(TemporalServer temporal, String id) {
        temporal.workflows().awaitStatus("webhook:" + id, WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }
}
