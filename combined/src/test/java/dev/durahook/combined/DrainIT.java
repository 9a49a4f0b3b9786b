package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.http.RawHttp;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that works on eager tasks and on an unfinished request gets SIGTERM: it takes no more deliveries, answers
 * the request, and ends only when all this work is done.
 */
@RequiresTemporal
class DrainIT {

    private static final Pattern BODY_IN_MEMORY = Pattern.compile("(?m)^durahook_bodies_bytes(\\{\\S*})? [1-9]");

    // The end takes as long as the test needs, and so does the body.
    private static final String[] PATIENT = {
        "durahook.worker.shutdown-timeout=5m",
        "spring.lifecycle.timeout-per-shutdown-phase=5m",
        "server.tomcat.connection-timeout=5m",
        "durahook.http.body-timeout=5m",
        "durahook.http.body-rate=1B"
    };

    @TempDir
    private Path folder;

    @Test
    void takesNothingMoreAndFinishesWhatItHas() throws Exception {
        try (TemporalServer temporal =
                        TemporalServer.start(TemporalServerOptions.inMemory().withPatientTasks());
                CombinedProcess process = CombinedProcess.start(temporal.target(), folder, PATIENT)) {
            Histories histories = Histories.of(temporal);
            assertThat(process.ready().post("held", "in-hand")).isEqualTo(202);
            process.awaitHeld("in-hand");
            assertThat(histories.isEager("in-hand")).isTrue();
            try (RawHttp unfinished = new RawHttp(process.port())) {
                String body = CombinedProcess.body("held", "under-way");
                unfinished.send(head(body) + body.substring(0, 10));
                // A request that no thread reads yet may be left without an answer when the process ends.
                Await.until(
                        "the beginning of the body is read",
                        () -> BODY_IN_MEMORY.matcher(process.metrics()).find());
                process.process().terminate();
                Await.until("no more deliveries are taken", () -> isRefused(process));
                assertThat(process.isAlive()).isTrue();
                assertThat(unfinished.send(body.substring(10)).answer().head()).startsWith("HTTP/1.1 202 ");
            }
            process.awaitHeld("under-way");
            assertThat(process.isAlive()).isTrue();
            CombinedProcess.release(folder);
            process.process().awaitEnd();

            histories.awaitCompleted("in-hand");
            histories.awaitCompleted("under-way");
            assertThat(process.done()).contains("webhook:in-hand", "webhook:under-way");
        }
    }

    private static String head(String body) {
        return "POST /webhooks/webhook HTTP/1.1\nHost: localhost\nConnection: close\n"
                + "Content-Type: application/json\nContent-Length: " + body.length() + "\n\n";
    }

    private static boolean isRefused(CombinedProcess process) {
        try {
            new RawHttp(process.port()).close();
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
