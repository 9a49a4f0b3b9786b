package dev.durahook.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.loadsupport.process.Jars;
import dev.durahook.loadsupport.process.JavaCommand;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.process.ChildProcess;
import dev.durahook.testsupport.process.JavaProcessBuilder;
import dev.durahook.testsupport.program.Postgres;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A seed runs from start to end, with receiver and worker apart and in one process, and no promise is broken. Both seeds
 * draw within a minute that Temporal and the process with the worker are killed, and two faults at the same time.
 */
@RequiresTemporal
// Longer than a run may take, so that the run's own verdict comes first.
@Timeout(value = 2, unit = TimeUnit.HOURS)
@Execution(ExecutionMode.CONCURRENT)
class ReliabilityIT {

    private static final int PORTS = 100;
    private static final Path PROJECT = Path.of("..");
    // Made by the worker's tests of the example in Python, if Python is here.
    private static final Path PYTHON = PROJECT.resolve("worker/target/python/bin/python");
    private static final Pattern FOLDER = Pattern.compile("logs of this run are in (\\S+)");
    private static final Duration MORE = Duration.ofMinutes(30);
    private static final double SHORT = 1;
    private static final double MINUTES = Double.parseDouble(System.getProperty(
            "durahook.reliability.minutes", System.getenv().getOrDefault("DURAHOOK_RELIABILITY_MINUTES", "1")));

    private static Postgres postgres;

    @BeforeAll
    static void startDatabase() {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stopDatabase() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void noPromiseIsBrokenWithReceiverAndWorkerApart() throws Exception {
        assertKept(run(MINUTES, "--seed=422"));
    }

    @Test
    void noPromiseIsBrokenInOneProcess() throws Exception {
        assertKept(run(SHORT, "--seed=72", "--one-process"));
    }

    private static void assertKept(ChildProcess run) throws Exception {
        assertThat(run.exitCode()).as(run.output()).isZero();
        Matcher folder = FOLDER.matcher(run.output());
        assertThat(folder.find()).isTrue();
        JsonNode totals = new ObjectMapper()
                .readTree(Path.of(folder.group(1)).resolve("totals.json").toFile());
        assertThat(totals.path("run").path("faults")).isNotEmpty();
        assertThat(totals.path("run").path("pairs").asInt()).isPositive();
        assertThat(totals.path("counts")).isNotEmpty().allMatch(count -> count.asLong() == 0);
        JsonNode verdict = totals.path("verdict");
        assertThat(verdict.path("acknowledged").asInt())
                .isEqualTo(verdict.path("events").asInt())
                .isGreaterThan(20);
        assertThat(verdict.path("done").asInt() + verdict.path("parked").asInt())
                .isEqualTo(verdict.path("events").asInt());
        assertThat(verdict.path("forgeries").asInt()).isPositive();
    }

    private static ChildProcess run(double minutes, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--project=" + PROJECT, "--temporal=", "--stall=900", "--rate=3"));
        all.addAll(List.of(
                "--minutes=" + minutes, "--ledger=" + postgres.url(), "--first-port=" + FreePort.firstOf(PORTS)));
        if (Files.isExecutable(PYTHON)) {
            all.add("--python=" + PYTHON);
        }
        List<String> options = new ArrayList<>(JavaProcessBuilder.QUICK_START);
        options.addAll(
                List.of("-jar", new Jars(PROJECT).application("reliability").toString()));
        List<String> command = JavaCommand.of(options, all);
        ChildProcess run = ChildProcess.start(command, Map.of());
        Duration patience = MORE.plusSeconds(Math.round(minutes * 60));
        Await.until("the end of " + command, patience, () -> !run.isAlive());
        return run;
    }
}
