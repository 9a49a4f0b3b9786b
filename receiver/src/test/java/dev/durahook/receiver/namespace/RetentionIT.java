package dev.durahook.receiver.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalCli;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A development server keeps events for a day, and GitHub may deliver them for three. */
@RequiresTemporal
@ExtendWith(OutputCaptureExtension.class)
class RetentionIT {

    private static final Pattern COMMAND = Pattern.compile("github \\(3 days\\).* Run: (temporal operator .*)");

    @Test
    void commandInTheWarningMendsIt(CapturedOutput output) {
        try (TemporalServer server = TemporalServer.start()) {
            runUntil(server, () -> COMMAND.matcher(output).find());
            TemporalCli.run(server.target(), command(output));
            int before = output.getOut().length();
            runUntil(server, () -> output.getOut().substring(before).contains("keeps closed workflows for 3 days"));
            assertThat(output.getOut().substring(before)).doesNotContain("after it has closed");
        }
    }

    private static void runUntil(TemporalServer server, BooleanSupplier said) {
        RunningReceiver receiver = start(server);
        try {
            Await.until("the server is checked", said);
        } finally {
            receiver.close();
        }
    }

    private static RunningReceiver start(TemporalServer server) {
        return RunningReceiver.on(server.target(), "--logging.level.dev.durahook.connection.server=info");
    }

    private static List<String> command(CapturedOutput output) {
        Matcher matcher = COMMAND.matcher(output);
        assertThat(matcher.find()).isTrue();
        return List.of(matcher.group(1).trim().split(" "));
    }
}
