package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.combined.handlers.HeldWork;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.temporal.api.enums.v1.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many events of one sender wait, and then an event of another sender arrives: how many of the waiting events are
 * processed before it, without a priority, with a priority, and with fairness keys. A handler processes one event at a
 * time.
 */
@RequiresTemporal
@Timeout(600)
class PriorityIT {

    private static final Logger LOG = LoggerFactory.getLogger(PriorityIT.class);
    private static final Duration LONG = Duration.ofSeconds(180);
    private static final int FLOOD = 150;

    // A task queue of one partition is a single line, so that the order without a priority is known.
    private static final TemporalServerOptions SERVER = TemporalServerOptions.inMemory()
            .withDynamicConfig("matching.enableFairness", "true")
            .withDynamicConfig("matching.numTaskqueueReadPartitions", "1")
            .withDynamicConfig("matching.numTaskqueueWritePartitions", "1");

    private static final String[] SOURCES = {
        "durahook.sources.bulk.scheme=none",
        "durahook.sources.bulk.type.pointer=/event",
        "durahook.sources.bulk.id.pointer=/id",
        "durahook.sources.plain.scheme=none",
        "durahook.sources.plain.type.pointer=/event",
        "durahook.sources.plain.id.pointer=/id",
        "durahook.sources.urgent.scheme=none",
        "durahook.sources.urgent.type.pointer=/event",
        "durahook.sources.urgent.id.pointer=/id",
        "durahook.sources.urgent.priority=1",
        "durahook.sources.shared.scheme=none",
        "durahook.sources.shared.type.pointer=/event",
        "durahook.sources.shared.id.pointer=/id",
        "durahook.sources.shared.fairness-key={type}",
        "durahook.policies.default.inline-first-attempt=false"
    };

    @TempDir
    private Path folder;

    private final List<String> waiting = new ArrayList<>();

    @Test
    void eventThatComesLastIsProcessedFirstByItsPriorityOrItsKey() throws Exception {
        try (TemporalServer temporal = TemporalServer.start(SERVER);
                CombinedProcess process = CombinedProcess.start(temporal.target(), folder, SOURCES)) {
            process.ready();
            Overtaken without = overtaken(temporal, process, "bulk", "sold", "plain", "sold");
            Overtaken priority = overtaken(temporal, process, "bulk", "sold", "urgent", "sold");
            Overtaken fairness = overtaken(temporal, process, "shared", "big", "shared", "small");
            LOG.info(
                    "Of {} events that wait, processed before the last one: {} without, {} with a priority, {} with"
                            + " fairness keys; time to its effect {} ms, {} ms, {} ms",
                    FLOOD,
                    without.events(),
                    priority.events(),
                    fairness.events(),
                    without.millis(),
                    priority.millis(),
                    fairness.millis());

            assertThat(without.events()).isGreaterThan(FLOOD * 9 / 10);
            assertThat(priority.events()).isLessThan(FLOOD / 10);
            assertThat(fairness.events()).isLessThan(FLOOD / 10);
        }
    }

    private Overtaken overtaken(
            TemporalServer temporal,
            CombinedProcess process,
            String floodSource,
            String floodType,
            String source,
            String type)
            throws IOException {
        Files.deleteIfExists(folder.resolve(HeldWork.RELEASE));
        Files.deleteIfExists(folder.resolve(HeldWork.DONE));
        waiting.clear();
        String round = source + "-" + type;
        for (int i = 0; i < FLOOD; i++) {
            post(process, floodSource, floodType, round + "-flood-" + i);
        }
        awaitScheduled(temporal);
        String last = post(process, source, type, round + "-last");
        awaitScheduled(temporal);

        long begin = System.currentTimeMillis();
        CombinedProcess.release(folder);
        Await.until("all events are processed", LONG, () -> process.done().size() == FLOOD + 1);
        List<String> done = process.done();
        for (int i = 0; i < done.size(); i++) {
            String[] line = done.get(i).split(" ");
            if (line[0].equals(last)) {
                return new Overtaken(i, Long.parseLong(line[1]) - begin);
            }
        }
        throw new AssertionError(last + " was not processed: " + done);
    }

    private String post(CombinedProcess process, String source, String type, String id) throws IOException {
        assertThat(process.post(source, type, id)).isEqualTo(202);
        waiting.add(source + ":" + id);
        return source + ":" + id;
    }

    private void awaitScheduled(TemporalServer temporal) {
        for (String id : waiting) {
            Await.until(
                    id + " waits for the handler",
                    LONG,
                    () -> temporal.workflows().count(id, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED) == 1);
        }
    }

    /**
     * How the event that came last got through.
     *
     * @param events the number of events that were processed before it
     * @param millis the time from the release to its effect, in milliseconds
     */
    private record Overtaken(int events, long millis) {}
}
