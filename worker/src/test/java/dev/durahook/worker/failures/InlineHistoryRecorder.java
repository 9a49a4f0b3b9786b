package dev.durahook.worker.failures;

import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * Records the histories of events whose first attempt was made inside the workflow task, for the replay tests of the
 * workflows. Run it only for a history that is missing: {@code mvn test -pl worker -am -Dtest=InlineHistoryRecorder
 * -Dsurefire.failIfNoSpecifiedTests=false}. A recorded history is never recorded again.
 */
class InlineHistoryRecorder {

    private static final Path HISTORIES = Path.of("../workflows/src/test/resources/histories");

    @Test
    void record() throws IOException {
        try (TemporalServer server = TemporalServer.start(
                        TemporalServerOptions.inMemory().withSearchAttribute("DurahookStatus", "Keyword"));
                RunningWorker worker = RunningWorker.start(
                        server,
                        List.of(RunningWorker.QUICK, "late"),
                        "durahook.policies.late.start-to-close-timeout=1s",
                        "durahook.policies.late.initial-interval=100ms",
                        "durahook.policies.late.maximum-attempts=2")) {
            write(server, "inline-succeeded", ended(worker.deliver(RunningWorker.QUICK, attempt -> "done")));
            write(server, "inline-failed-and-retried", ended(worker.deliver(RunningWorker.QUICK, attempt -> {
                if (attempt.number() < 3) {
                    throw new IllegalStateException("not yet");
                }
                return "then";
            })));
            write(server, "inline-failed-and-discarded", discarded(worker.deliver(RunningWorker.QUICK, attempt -> {
                throw new IllegalStateException("never");
            })));
            write(server, "inline-timed-out", discarded(worker.deliver("late", attempt -> {
                new CountDownLatch(1).await();
                return null;
            })));
            write(server, "inline-longer-than-a-task", ended(worker.deliver(RunningWorker.QUICK, attempt -> {
                Thread.sleep(Duration.ofSeconds(20).toMillis());
                return "slept";
            })));
        }
    }

    private static Event ended(Event event) {
        event.outcome();
        return event;
    }

    private static Event discarded(Event event) {
        event.parked();
        event.signal("discard", "enough");
        return ended(event);
    }

    private static void write(TemporalServer server, String name, Event event) throws IOException {
        Path file = HISTORIES.resolve(name + ".json");
        if (Files.notExists(file)) {
            Files.writeString(file, server.client().fetchHistory(event.id()).toJson(true) + "\n");
        }
    }
}
