package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.combined.clock.ClockHandlers;
import dev.durahook.receiver.ReceiverApplication;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.program.RequiresFaketime;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.worker.WorkerApplication;
import io.temporal.api.enums.v1.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clock of a running receiver, of a running worker, or of both in one process jumps by hours, a day and a year,
 * while events arrive, are tried again, and are worked on. Each event has the attempts that its policy gives it, and
 * only deliveries that are signed with a time are refused meanwhile.
 */
@RequiresTemporal
@RequiresFaketime
class RunningClockJumpsIT {

    private static final List<Duration> JUMPS = List.of(Duration.ofHours(3), Duration.ofDays(-1), Duration.ofDays(365));

    private static final String WORKER = "dev.durahook.worker.WorkerAutoConfiguration";
    private static final String RECEIVER = "dev.durahook.receiver.ReceiverAutoConfiguration";

    @TempDir
    private Path folder;

    private final Map<String, Integer> expected = new TreeMap<>();

    private TemporalServer temporal;

    @BeforeEach
    void start() {
        temporal = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
    }

    @AfterEach
    void stop() {
        temporal.close();
    }

    @Test
    void ofReceiverAndWorkerInOneProcess() throws Exception {
        try (JumpingProcess both = JumpingProcess.start(CombinedApplication.class, temporal.target(), folder);
                JumpTraffic traffic = JumpTraffic.begin(both.ready(), List.of(both))) {
            begin(both, "one-waiting");
            ask(both, "one-asking");
            for (Duration jump : JUMPS) {
                tryAgain(both, "one" + jump);
                both.jump(jump);
                assertRefusedMeanwhile(both, "one" + jump);
                awaitReceiverSkew(both, jump);
                both.awaitSkew("worker", jump);
            }
            tryAgain(both, "one-again");
            answer();
            both.jump(Duration.ZERO);
            assertAcceptedAgain(both, "one-again");
            both.awaitSkew("receiver", Duration.ZERO);
            both.awaitSkew("worker", Duration.ZERO);
            assertLogged(both);
            end(both, traffic);
        }
    }

    @Test
    void ofReceiverAndWorkerOneAfterTheOther() throws Exception {
        try (JumpingProcess receiver =
                        JumpingProcess.start(ReceiverApplication.class, temporal.target(), folder, WORKER);
                JumpingProcess worker =
                        JumpingProcess.start(WorkerApplication.class, temporal.target(), folder, RECEIVER);
                JumpTraffic traffic = JumpTraffic.begin(receiver.ready(), List.of(receiver, worker.ready()))) {
            begin(receiver, "two-waiting");
            ask(receiver, "two-asking");
            for (Duration jump : JUMPS) {
                tryAgain(receiver, "worker" + jump);
                worker.jump(jump);
                worker.awaitSkew("worker", jump);
                worker.awaitSkew("receiver", Duration.ZERO);
            }
            assertAcceptedAgain(receiver, "worker-is-wrong");
            answer();
            worker.jump(Duration.ZERO);
            worker.awaitSkew("worker", Duration.ZERO);
            for (Duration jump : JUMPS.subList(0, 2)) {
                tryAgain(receiver, "receiver" + jump);
                receiver.jump(jump);
                assertRefusedMeanwhile(receiver, "receiver" + jump);
                awaitReceiverSkew(worker, jump);
                worker.awaitSkew("worker", Duration.ZERO);
            }
            receiver.jump(Duration.ZERO);
            assertAcceptedAgain(receiver, "receiver-again");
            worker.awaitSkew("receiver", Duration.ZERO);
            assertLogged(worker);
            end(worker, traffic);
        }
    }

    private void begin(JumpingProcess receiver, String id) {
        assertThat(receiver.post("waiting", id)).isEqualTo(202);
        expected.put("webhook:" + id, 1);
        Await.until("the attempt has begun", () -> attempts().containsKey("webhook:" + id));
    }

    /** Sends an event whose workflow asks the worker, which has no answer until all clocks have jumped. */
    private void ask(JumpingProcess receiver, String id) {
        assertThat(receiver.post("asking", id)).isEqualTo(202);
        expected.put("webhook:" + id, 1);
        Await.until("the workflow has asked", () -> Files.exists(folder.resolve(ClockHandlers.ASKED)));
    }

    /** Sends events whose first attempts fail before the clock jumps, so that other attempts come after it. */
    private void tryAgain(JumpingProcess receiver, String id) {
        assertThat(receiver.post("failing", id + "-failing")).isEqualTo(202);
        assertThat(receiver.post("recovering", id + "-recovering")).isEqualTo(202);
        expected.put("webhook:" + id + "-failing", 4);
        expected.put("webhook:" + id + "-recovering", 3);
        Await.until(
                "both have failed once",
                () -> attempts()
                        .keySet()
                        .containsAll(List.of("webhook:" + id + "-failing", "webhook:" + id + "-recovering")));
    }

    /** Answers while the clock of the worker is a year ahead. */
    private void answer() throws IOException {
        Files.createFile(folder.resolve(ClockHandlers.ANSWER));
        Await.until(
                "the workflow has its answer",
                () -> attempts().keySet().stream().anyMatch(id -> id.endsWith("-asking")));
    }

    // An event that a receiver far behind has received looks like one that is started again by hand.
    private static void awaitReceiverSkew(JumpingProcess worker, Duration jump) {
        if (!jump.isNegative()) {
            worker.awaitSkew("receiver", jump);
        }
    }

    private static void assertRefusedMeanwhile(JumpingProcess receiver, String id) {
        assertThat(receiver.postTimed("steady", id)).isEqualTo(401);
    }

    private void assertAcceptedAgain(JumpingProcess receiver, String id) {
        assertThat(receiver.postTimed("steady", id)).isEqualTo(202);
        assertThat(receiver.postTimed("steady", id)).isEqualTo(200);
        expected.put("pay:" + id, 1);
    }

    private static void assertLogged(JumpingProcess worker) {
        for (String clock : List.of("receiver", "worker")) {
            worker.awaitLine("The " + clock + "'s clock is \\d+ s (ahead of|behind) the Temporal server's");
            worker.awaitLine("The " + clock + "'s clock agrees with the Temporal server's again");
        }
    }

    private void end(JumpingProcess worker, JumpTraffic traffic) throws Exception {
        assertThat(worker.values("durahook_worker_slots_lost")).isNotEmpty().containsOnly(0.0);
        Files.createFile(folder.resolve(ClockHandlers.RELEASE));
        for (String event : traffic.endAccepted()) {
            expected.put(event, 1);
        }
        Await.until(
                "each event has had its attempts",
                () -> expected.entrySet().stream()
                        .allMatch(event -> attempts().getOrDefault(event.getKey(), 0) >= event.getValue()));
        long failing =
                expected.keySet().stream().filter(id -> id.endsWith("-failing")).count();
        temporal.workflows().awaitCount("ExecutionStatus = 'Running'", failing);
        temporal.workflows().awaitCount("DurahookStatus = 'parked'", failing);
        Map<String, Integer> made = attempts();
        made.replaceAll((id, times) -> isRepeatedWithItsTask(id) ? 1 : times);
        assertThat(made).isEqualTo(expected);
    }

    // On a busy machine, a workflow task may time out, and an attempt inside the task is then made again.
    private boolean isRepeatedWithItsTask(String id) {
        return (id.startsWith("hub:") || id.endsWith("-asking"))
                && temporal.workflows().count(id, EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT) > 0;
    }

    private Map<String, Integer> attempts() {
        Path made = folder.resolve(ClockHandlers.ATTEMPTS);
        if (Files.notExists(made)) {
            return new TreeMap<>();
        }
        try (Stream<Path> files = Files.list(made)) {
            return files.map(file -> file.getFileName().toString().split(" ", 2)[0])
                    .collect(Collectors.toMap(id -> id, id -> 1, Integer::sum, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
