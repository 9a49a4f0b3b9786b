package dev.durahook.testsupport.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.Await;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowOptions;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresTemporal
class TemporalServerIT {

    @TempDir
    Path folder;

    @Test
    void killedServerFindsItsFileAgain() {
        try (TemporalServer server = TemporalServer.start(folder.resolve("temporal.db"))) {
            String target = server.target();
            startWorkflow(server, "survivor");
            server.kill();
            assertThatThrownBy(() -> describeNamespace(server)).isInstanceOf(StatusRuntimeException.class);

            server.restart();
            assertThat(server.target()).isEqualTo(target);
            assertThat(server.workflows().describe("survivor").getType().getName())
                    .isEqualTo("a.type");
        }
    }

    @Test
    void stoppedServerStartsAgain() {
        try (TemporalServer server = TemporalServer.start(folder.resolve("temporal.db"))) {
            startWorkflow(server, "survivor");
            server.stop();
            server.restart();
            assertThat(server.workflows().count("survivor", EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED))
                    .isEqualTo(1);
        }
    }

    @Test
    void pausedServerDoesNotAnswerUntilItIsResumed() {
        try (TemporalServer server = TemporalServer.start()) {
            server.pause();
            assertThatThrownBy(() -> describeNamespace(server)).hasMessageContaining("DEADLINE_EXCEEDED");
            server.resume();
            Await.until("an answer", () -> answers(server));
        }
    }

    @Test
    void pausedServerCanBeClosed() {
        TemporalServer server = TemporalServer.start();
        server.pause();
        server.close();
        assertThatThrownBy(() -> describeNamespace(server)).isInstanceOf(StatusRuntimeException.class);
    }

    @Test
    void showsWhatIsStored() {
        try (TemporalServer server = TemporalServer.start()) {
            startWorkflow(server, "it's one");
            startWorkflow(server, "two");
            server.workflows().awaitCount("WorkflowType = 'a.type'", 2);
            assertThat(server.workflows().runs("it's one")).hasSize(1);
        }
    }

    @Test
    void optionsReachTheServer() {
        TemporalServerOptions options = TemporalServerOptions.onFile(folder.resolve("temporal.db"))
                .withUi()
                .withDurableWrites()
                .withNamespace("shop")
                .withStatus()
                .withDynamicConfig("limit.maxIDLength", "20");
        try (TemporalServer server = TemporalServer.start(options)) {
            assertThat(new StoredWorkflows(server.client("shop")).count("DurahookStatus = 'parked'"))
                    .isZero();
            assertThat(folder.resolve("temporal.db-wal")).exists();
            Await.until("the Web UI answers", () -> get(server.uiAddress()) == 200);
            assertThatThrownBy(() -> startWorkflow(server, "an-id-of-more-than-20-bytes"))
                    .hasStackTraceContaining("length");
        }
    }

    // The status of the answer; 0 if there is no answer.
    private static int get(String address) {
        try {
            return ((HttpURLConnection) URI.create(address).toURL().openConnection()).getResponseCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static void startWorkflow(TemporalServer server, String id) {
        server.client()
                .newUntypedWorkflowStub(
                        "a.type",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue("nobody")
                                .build())
                .start();
    }

    private static boolean answers(TemporalServer server) {
        try {
            describeNamespace(server);
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    private static void describeNamespace(TemporalServer server) {
        server.stubs()
                .blockingStub()
                .withDeadlineAfter(1, TimeUnit.SECONDS)
                .describeNamespace(DescribeNamespaceRequest.newBuilder()
                        .setNamespace("default")
                        .build());
    }
}
