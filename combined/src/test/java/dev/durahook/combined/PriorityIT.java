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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many events of one sender wait, and then an event of another sender arrives: how many of the waiting events are
 * processed before it, without a priority, with a priority, and with fairness keys. A handler processes one event at a
 * time.
 */
@RequiresTemporal
class PriorityIT {

    private static final Logger LOG = LoggerFactory.getLogger(PriorityIT.class);
    private static final int FLOOD = 60;

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
        "durahook.policies.default.inline-first-attempt=false",
        // The first event is held until all others wait, which takes minutes on a busy machine.
        "durahook.policies.default.start-to-close-timeout=20m"
    };

    @TempDir
    private Path folder;

    @Test
    void eventThatComesLastIsProcessedFirstByItsPriorityOrItsKey() throws Exception {
        try (TemporalServer temporal = TemporalServer.start(SERVER);
                CombinedProcess process = CombinedProcess.start(temporal.target(), folder, SOURCES)) {
            process.ready();
            Histories histories = Histories.of(temporal);
            Overtaken without = overtaken(histories, process, new Kind("bulk", "sold"), new Kind("plain", "sold"));
            Overtaken priority = overtaken(histories, process, new Kind("bulk", "sold"), new Kind("urgent", "sold"));
            Overtaken fairness = overtaken(histories, process, new Kind("shared", "big"), new Kind("shared", "small"));
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

    private Overtaken overtaken(Histories histories, CombinedProcess process, Kind flood, Kind late)
            throws IOException {
        Files.deleteIfExists(folder.resolve(HeldWork.RELEASE));
        Files.deleteIfExists(folder.resolve(HeldWork.DONE));
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < FLOOD; i++) {
            waiting.add(post(process, flood, late + "-" + i));
        }
        awaitScheduled(histories, waiting);
        String last = post(process, late, late + "-last");
        awaitScheduled(histories, List.of(last));

        long begin = System.currentTimeMillis();
        CombinedProcess.release(folder);
        Await.until("all events are processed", () -> process.done().size() == FLOOD + 1);
        return Overtaken.of(process.done(), last, begin);
    }

    private static String post(CombinedProcess process, Kind kind, String id) throws IOException {
        assertThat(process.post(kind.source(), kind.type(), id)).isEqualTo(202);
        return kind.source() + ":" + id;
    }

    private static void awaitScheduled(Histories histories, List<String> ids) {
        for (String id : ids) {
            Await.until(
                    id + " waits for the handler",
                    () -> histories.workflows().count(id, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED) == 1);
        }
    }

    /** A source and a type of its events. */
    private record Kind(String source, String type) {

        @Override
        public String toString() {
            return source + "-" + type;
        }
    }

    /**
     * How the event that came last got through.
     *
     * @param events the number of events that were processed before it
     * @param millis the time from the release to its effect, in milliseconds
     */
    private record Overtaken(int events, long millis) {

        // Each line has an event's ID and the time of its effect.
        static Overtaken of(List<String> done, String last, long begin) {
            List<String> ids = done.stream().map(line -> line.split(" ")[0]).toList();
            assertThat(ids).contains(last).doesNotHaveDuplicates();
            int place = ids.indexOf(last);
            return new Overtaken(place, Long.parseLong(done.get(place).split(" ")[1]) - begin);
        }
    }
}
