package dev.durahook.reliability.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.durahook.loadsupport.report.JsonLines;
import dev.durahook.testsupport.Await;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** There is no receiver: each delivery fails. */
class SteadyLoadTest {

    @TempDir
    private Path folder;

    @Test
    void stoppedLoadDoesNotWaitForTheNextMessageAndDoesNotSendIt() {
        SteadyLoad load = load(0.0001);
        load.start();
        Await.until("the first message", () -> load.sent() == 1);

        assertTimeoutPreemptively(Duration.ofMinutes(5), load::stop);

        assertThat(load.sent()).isEqualTo(1);
    }

    @Test
    void messagesAreSentAtTheRate() {
        SteadyLoad load = load(1_000);
        load.start();

        Await.until("ten messages", () -> load.sent() >= 10);

        load.stop();
    }

    private SteadyLoad load(double rate) {
        JsonLines deliveries = new JsonLines(folder.resolve("deliveries"));
        return new SteadyLoad(7, "run", 20, rate, () -> "http://127.0.0.1:1", SenderSecrets.in(folder), deliveries);
    }
}
