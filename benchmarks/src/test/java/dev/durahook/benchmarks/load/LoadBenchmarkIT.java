package dev.durahook.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.loadsupport.process.Jars;
import dev.durahook.loadsupport.process.JavaCommand;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.process.ChildProcess;
import dev.durahook.testsupport.process.JavaProcessBuilder;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The command runs from start to end with a few events. Only counts are checked: times of few events say nothing. */
@RequiresTemporal
@Execution(ExecutionMode.CONCURRENT)
class LoadBenchmarkIT {

    private static final Duration LONG = Duration.ofMinutes(15);
    // Of the applications too, which inherit the variable.
    private static final String QUICK_START = String.join(" ", JavaProcessBuilder.QUICK_START);
    private static final int PORTS = 100;
    private static final Path PROJECT = Path.of("..");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void comparesAllModes() throws Exception {
        ChildProcess benchmark = run("--events=12", "--warm-up=0", "--rounds=1", "--seconds=1", "--parked=2");

        assertThat(benchmark.exitCode()).as(benchmark.output()).isZero();
        assertThat(rows(benchmark))
                .extracting(row -> row.split(" ")[1])
                .containsExactly("ceiling", "plain", "fast", "door", "apart", "one-process");
        assertThat(rows(benchmark)).allSatisfy(row -> assertNoneLost(row, 12));
        List<JsonNode> throughput = raw(benchmark).stream()
                .filter(line -> line.path("purpose").asText().equals("THROUGHPUT"))
                .toList();
        assertThat(throughput).hasSize(6).allSatisfy(line -> {
            assertThat(line.path("events").asInt()).isEqualTo(12);
            assertThat(line.path("cpuMillis").path("server").isNumber()).isTrue();
        });
        // No mode warms up the receiver of another.
        assertThat(folder(benchmark).resolve("door-receiver.log")).isNotEmptyFile();
        assertThat(folder(benchmark).resolve("apart-receiver.log")).isNotEmptyFile();
        // More only if the machine is so busy that a task times out.
        assertThat(costs(throughput, "historyEvents").get("plain")).isGreaterThanOrEqualTo(11);
        assertThat(costs(throughput, "historyEvents").get("fast")).isGreaterThanOrEqualTo(6);
        assertThat(costs(throughput, "actions"))
                .allSatisfy((mode, actions) -> assertThat(actions).isPositive());
    }

    @Test
    void showsABurst() throws Exception {
        ChildProcess benchmark = run(
                "burst",
                "--modes=apart",
                "--warm-up=0",
                "--destination",
                "--more-sources=3",
                "--more-routes=3",
                "--rate=2",
                "--factor=5",
                "--seconds=2",
                "--around=1");

        assertThat(benchmark.exitCode()).as(benchmark.output()).isZero();
        assertThat(rows(benchmark))
                .singleElement()
                .asString()
                .startsWith("| apart | 20 |")
                .satisfies(row -> assertNoneLost(row, 20));
        assertThat(raw(benchmark)).hasSize(1 + 2 + 20 + 2);
    }

    private static ChildProcess run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--project=" + PROJECT, "--temporal=", "--stall=600", "--first-port=" + FreePort.firstOf(PORTS)));
        List<String> command = JavaCommand.of(
                List.of("-jar", new Jars(PROJECT).application("benchmarks").toString()), all);
        ChildProcess benchmark = ChildProcess.start(command, Map.of("JDK_JAVA_OPTIONS", QUICK_START));
        Await.until("the end of " + command, LONG, () -> !benchmark.isAlive());
        return benchmark;
    }

    // The last column has the events that were lost, and those whose effect was repeated. If a machine stands still, a
    // task times out and is repeated.
    private static void assertNoneLost(String row, int events) {
        assertThat(row).matches(".*\\| 0 / \\d+ \\|");
        assertThat(Integer.parseInt(row.replaceAll(".* / (\\d+) \\|$", "$1"))).isLessThan(events);
    }

    private static List<String> rows(ChildProcess benchmark) {
        return benchmark
                .output()
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .toList();
    }

    private static Path folder(ChildProcess benchmark) {
        return rawFile(benchmark).getParent();
    }

    private static Path rawFile(ChildProcess benchmark) {
        String path = benchmark
                .output()
                .lines()
                .filter(line -> line.contains("Raw results: "))
                .map(line -> line.substring(line.indexOf("Raw results: ") + "Raw results: ".length()))
                .findFirst()
                .orElseThrow();
        return Path.of(path);
    }

    private static List<JsonNode> raw(ChildProcess benchmark) throws Exception {
        try (Stream<String> lines = Files.lines(rawFile(benchmark))) {
            return lines.map(LoadBenchmarkIT::read).toList();
        }
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> costs(List<JsonNode> measurements, String name) {
        return measurements.stream()
                .collect(Collectors.toMap(
                        line -> line.path("mode").asText(),
                        line -> line.path(name).asInt()));
    }
}
