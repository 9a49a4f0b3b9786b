package dev.durahook.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.standalone.StandaloneApplication;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first use of the command line: it sends a push of GitHub, signed with the secret that the standalone application
 * generated.
 */
@RequiresTemporal
class SendIT {

    @TempDir
    private Path folder;

    @Test
    void aTestEventIsStoredOnceAndOneWithAnotherSecretNever() {
        try (TemporalServer temporal = TemporalServer.start();
                Installation installation = new Installation(temporal.target(), folder)) {
            assertThat(send(installation, "")).isEqualTo("0: 202 {\"status\":\"accepted\",\"eventId\":\"github:d1\"}");
            assertThat(send(installation, ""))
                    .isEqualTo("0: 200 {\"status\":\"previously_accepted\",\"eventId\":\"github:d1\"}");
            assertThat(send(installation, "another")).startsWith("1: 401 ");
            temporal.workflows().awaitCount("WorkflowId = 'github:d1'", 1);
        }
    }

    private String send(Installation installation, String secret) {
        String variable = secret.isEmpty() ? "DURAHOOK_STANDALONE_DATA_DIRECTORY" : "DURAHOOK_SECRET";
        try (JavaProcess process = JavaProcess.of(StandaloneApplication.class)
                .environment(variable, secret.isEmpty() ? folder.toString() : secret)
                .arguments("send", "github", "--type", "push", "--id", "d1", "--url", installation.url("github"))
                .start()) {
            return process.awaitEnd() + ": " + process.output().strip();
        }
    }
}
