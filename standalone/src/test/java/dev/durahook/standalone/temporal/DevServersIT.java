package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import dev.durahook.standalone.devserver.Detachment;
import dev.durahook.standalone.devserver.DevServerRecord;
import dev.durahook.standalone.devserver.DevServers;
import dev.durahook.standalone.devserver.Executables;
import dev.durahook.standalone.storage.DataDirectory;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.StoredWorkflows;
import dev.durahook.testsupport.temporal.TemporalCli;
import dev.durahook.testsupport.temporal.TemporalServer;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.namespace.v1.NamespaceConfig;
import io.temporal.api.workflowservice.v1.UpdateNamespaceRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A started development server, without an application. */
@RequiresTemporal
class DevServersIT {

    private static final Duration SEVEN_DAYS = Duration.ofHours(168);

    @TempDir
    private Path home;

    private final List<Runnable> onExit = new ArrayList<>();
    private DataDirectory directory;

    @BeforeEach
    void makeDirectory() {
        directory = new DataDirectory(home.resolve("data"));
        directory.create();
    }

    @AfterEach
    void stop() {
        onExit.forEach(Runnable::run);
        onExit.clear();
    }

    @Test
    void newDatabaseIsSetUpForDurahook() {
        whileRunning("default", temporal -> assertSetUp(temporal, "default"));
    }

    @Test
    void everyCommitReachesTheDisk() {
        whileRunning("default", temporal -> {
            assertThat(home.resolve("data").resolve("temporal.db-wal")).isNotEmptyFile();
            assertThat(server().info().arguments())
                    .hasValueSatisfying(arguments -> assertThat(arguments).contains("synchronous=FULL"));
        });
    }

    @Test
    void databaseOfAnOlderServerIsSetUpToo() {
        try (TemporalServer older = TemporalServer.start(directory.database())) {
            older.stop();
        }

        whileRunning("default", temporal -> assertSetUp(temporal, "default"));
    }

    @Test
    void longerRetentionIsLeftAlone() {
        Duration month = Duration.ofDays(30);
        whileRunning("default", temporal -> setRetention(temporal, month));

        whileRunning(
                "default", temporal -> assertThat(temporal.retention("default")).isEqualTo(month));
    }

    @Test
    void namespaceThatIsConfiguredLaterIsCreatedAndSetUp() {
        whileRunning("default", temporal -> {});

        whileRunning("webhooks", temporal -> assertSetUp(temporal, "webhooks"));
    }

    @Test
    void eventsAreThereAfterARestart() {
        whileRunning("default", temporal -> temporal.startWorkflow("kept"));

        whileRunning(
                "default",
                temporal -> assertThat(new StoredWorkflows(temporal.client())
                                .describe("kept")
                                .getStatus())
                        .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING));
    }

    private void whileRunning(String namespace, Consumer<TemporalConnection> look) {
        DevServers servers = new DevServers(
                new Detachment(new Executables(List.of())),
                directory,
                new LocalPorts(FreePort.next(), FreePort.next()),
                namespace,
                onExit::add);
        Temporal temporal = servers.start(TemporalCli.find().orElseThrow());
        try (TemporalConnection connection = new TemporalConnection(temporal.target())) {
            look.accept(connection);
        }
        stop();
    }

    private ProcessHandle server() {
        DevServerRecord.RecordedServer recorded =
                new DevServerRecord(directory.serverRecord()).read().orElseThrow();
        return ProcessHandle.of(recorded.process()).orElseThrow();
    }

    private static void assertSetUp(TemporalConnection temporal, String namespace) {
        assertThat(temporal.retention(namespace)).isEqualTo(SEVEN_DAYS);
        assertThat(temporal.searchAttributes(namespace)).contains("DurahookStatus");
    }

    private static void setRetention(TemporalConnection temporal, Duration retention) {
        temporal.stubs()
                .blockingStub()
                .updateNamespace(UpdateNamespaceRequest.newBuilder()
                        .setNamespace("default")
                        .setConfig(NamespaceConfig.newBuilder()
                                .setWorkflowExecutionRetentionTtl(Durations.fromMillis(retention.toMillis())))
                        .build());
    }
}
