package dev.durahook.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.standalone.StandaloneApplication;
import dev.durahook.standalone.endtoend.Installation;
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

    private static final String DATA = "DURAHOOK_STANDALONE_DATA_DIRECTORY";

    @TempDir
    private Path folder;

    @Test
    void aTestEventIsStoredOnceAndOneWithAnotherSecretNever() {
        try (TemporalServer temporal = TemporalServer.start();
                Installation installation = new Installation(temporal.target(), folder)) {
            String[] send = {"send", "github", "--type", "push", "--id", "d1", "--url", installation.url("github")};
            assertThat(sendInAProcess(send)).isEqualTo("0: 202 {\"status\":\"accepted\",\"eventId\":\"github:d1\"}");
            assertThat(send(DATA, folder.toString(), send))
                    .isEqualTo("0: 200 {\"status\":\"previously_accepted\",\"eventId\":\"github:d1\"}");
            assertThat(send("DURAHOOK_SECRET", "another", send)).startsWith("1: 401 ");
            temporal.workflows().awaitCount("WorkflowId = 'github:d1'", 1);
        }
    }

    private String sendInAProcess(String... arguments) {
        try (JavaProcess process = JavaProcess.of(StandaloneApplication.class)
                .environment(DATA, folder.toString())
                .arguments(arguments)
                .start()) {
            return process.awaitEnd() + ": " + process.output().strip();
        }
    }

    private String send(String variable, String value, String... arguments) {
        TestTerminal terminal = new TestTerminal(folder).with(variable, value);
        return terminal.run(arguments) + ": " + (terminal.out() + terminal.err()).strip();
    }
}
