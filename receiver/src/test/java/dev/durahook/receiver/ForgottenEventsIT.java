package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.StoredWorkflows;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.operatorservice.v1.DeleteNamespaceRequest;
import io.temporal.api.workflowservice.v1.DeleteWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowServiceException;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 2xx means stored, also for an event that Temporal has lost. */
@RequiresTemporal
class ForgottenEventsIT {

    /** With this setting, only the loss can make the receiver ask again. */
    private static final String FOR_LONG = "--durahook.acceptance.known-events-lifetime=1h";

    @TempDir
    private Path folder;

    @Test
    void aWorkflowThatWasDeletedIsStartedAgainOnceItsEntryIsOld() throws Exception {
        TemporalServerOptions options = TemporalServerOptions.inMemory().withQuickDeletion();
        try (TemporalServer temporal = TemporalServer.start(options);
                RunningReceiver receiver =
                        RunningReceiver.on(temporal.target(), "--durahook.acceptance.known-events-lifetime=1s")) {
            assertThat(receiver.sender().push("deleted", "{}").statusCode()).isEqualTo(202);
            assertThat(receiver.sender().push("deleted", "{}").statusCode()).isEqualTo(200);
            delete(temporal.client(), "github:deleted");

            Await.until(
                    "the event is stored again",
                    () -> push(receiver, "deleted") < 300
                            && temporal.workflows().has("github:deleted"));
        }
    }

    @Test
    void emptyDatabaseIsNoticedAtOnce() throws Exception {
        try (TemporalServer temporal = TemporalServer.start();
                RunningReceiver receiver = RunningReceiver.on(temporal.target(), FOR_LONG)) {
            assertThat(receiver.sender().push("lost", "{}").statusCode()).isEqualTo(202);
            temporal.kill();
            temporal.restart();

            awaitAcknowledged(receiver, "lost");
            assertStored(temporal.client(), "github:lost");
        }
    }

    @Test
    void restoredBackupIsNoticedAtOnce() throws Exception {
        Path database = folder.resolve("temporal.db");
        Path backup = folder.resolve("backup.db");
        try (TemporalServer temporal = TemporalServer.start(database);
                RunningReceiver receiver = RunningReceiver.on(temporal.target(), FOR_LONG)) {
            assertThat(receiver.sender().push("before", "{}").statusCode()).isEqualTo(202);
            temporal.stop();
            Files.copy(database, backup);
            temporal.restart();
            awaitAcknowledged(receiver, "after");
            temporal.stop();
            temporal.restart(TemporalServerOptions.onFile(backup));

            awaitAcknowledged(receiver, "after");
            assertStored(temporal.client(), "github:after");
            awaitAcknowledged(receiver, "before");
        }
    }

    @Test
    void recreatedNamespaceIsNoticedWhileConnected() throws Exception {
        TemporalServerOptions options = TemporalServerOptions.inMemory().withNamespace("shop");
        try (TemporalServer temporal = TemporalServer.start(options);
                RunningReceiver receiver =
                        RunningReceiver.on(temporal.target(), FOR_LONG, "--spring.temporal.namespace=shop")) {
            assertThat(receiver.sender().push("gone", "{}").statusCode()).isEqualTo(202);
            assertThat(receiver.sender().push("gone", "{}").statusCode()).isEqualTo(200);
            StoredWorkflows shop = new StoredWorkflows(temporal.client("shop"));
            deleteNamespace(temporal, "shop");
            register(temporal, "shop");

            Await.until("the event is stored again", () -> push(receiver, "gone") < 300 && holds(shop, "github:gone"));
        }
    }

    // While Temporal starts, the answer may be 503. If such an event was stored after all, its next delivery is a
    // duplicate.
    private static void awaitAcknowledged(RunningReceiver receiver, String id) {
        Await.until("the event is acknowledged", () -> push(receiver, id) < 300);
    }

    private static int push(RunningReceiver receiver, String id) {
        try {
            return receiver.sender().push(id, "{}").statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    // For a moment, a part of Temporal still mistakes the new namespace for the deleted one.
    private static boolean holds(StoredWorkflows namespace, String id) {
        try {
            return namespace.has(id);
        } catch (WorkflowServiceException notYet) {
            return false;
        }
    }

    private static void assertStored(WorkflowClient client, String id) {
        assertThat(client.newUntypedWorkflowStub(id).describe().getHistoryLength())
                .isPositive();
    }

    private static void delete(WorkflowClient client, String id) {
        client.getWorkflowServiceStubs()
                .blockingStub()
                .deleteWorkflowExecution(DeleteWorkflowExecutionRequest.newBuilder()
                        .setNamespace("default")
                        .setWorkflowExecution(
                                client.newUntypedWorkflowStub(id).describe().getExecution())
                        .build());
        Await.until("the workflow is deleted", () -> !new StoredWorkflows(client).has(id));
    }

    private static void deleteNamespace(TemporalServer temporal, String namespace) {
        OperatorServiceStubs operator = OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                .setTarget(temporal.target())
                .setRpcTimeout(Duration.ofMinutes(1))
                .validateAndBuildWithDefaults());
        try {
            operator.blockingStub()
                    .deleteNamespace(DeleteNamespaceRequest.newBuilder()
                            .setNamespace(namespace)
                            .build());
        } finally {
            operator.shutdownNow();
        }
    }

    private static void register(TemporalServer temporal, String namespace) {
        Await.until("the namespace is created again", () -> {
            try {
                temporal.stubs()
                        .blockingStub()
                        .registerNamespace(RegisterNamespaceRequest.newBuilder()
                                .setNamespace(namespace)
                                .setWorkflowExecutionRetentionPeriod(Durations.fromDays(1))
                                .build());
                return true;
            } catch (StatusRuntimeException e) {
                assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.ALREADY_EXISTS);
                return false;
            }
        });
    }
}
