package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporal stores an event, but its answer with the first task is lost: the event is processed all the same. */
@RequiresTemporal
class LostAnswerIT {

    @TempDir
    private Path folder;

    @Test
    void taskIsHandedOutAgainAfterItsTimeOut() throws Exception {
        try (TemporalServer temporal = TemporalServer.start();
                FaultProxy way = FaultProxy.to(temporal.target());
                CombinedProcess process =
                        CombinedProcess.start(way.target(), folder, "durahook.acceptance.timeout=10s")) {
            Histories histories = Histories.of(temporal);
            process.ready();
            Await.until("an event is stored", () -> post(process, "before") < 300);
            way.dropReplies();
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> post(process, "1"));
            temporal.workflows().awaitCount("WorkflowId = 'webhook:1'", 1);
            assertThat(answer.get()).isEqualTo(503);
            way.heal();

            histories.awaitCompleted("1");
            assertThat(histories.isEager("1")).isTrue();
            assertThat(histories.timedOut("1")).isPositive();
            int again = Await.value(
                    "another answer than 503",
                    () -> Optional.of(post(process, "1")).filter(status -> status != 503));
            assertThat(again).isEqualTo(200);
        }
    }

    private static int post(CombinedProcess process, String id) {
        try {
            return process.post("unheard", id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
