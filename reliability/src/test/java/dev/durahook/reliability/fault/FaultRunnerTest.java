package dev.durahook.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.loadsupport.report.JsonLines;
import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultRunnerTest {

    @TempDir
    private Path folder;

    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void faultsOfAStepAreThereAtTheSameTime() {
        CyclicBarrier both = new CyclicBarrier(2);
        List<Fault> faults = List.of(
                new Fault("a: kill", Set.of("a"), () -> meet(both), () -> meet(both)),
                new Fault("b: kill", Set.of("b"), () -> meet(both), () -> meet(both)));

        MadeFaults made = runner(faults).run(List.of(step("a: kill", "b: kill")));

        assertThat(made.names()).containsExactly("a: kill", "b: kill");
        assertThat(made.pairs()).isEqualTo(1);
    }

    @Test
    void stepsAreMadeOneAfterTheOther() {
        MadeFaults made = runner(List.of(noted("a"), noted("b"))).run(List.of(step("a"), step("b")));

        assertThat(done).containsExactly("a begins", "a ends", "b begins", "b ends");
        assertThat(made.pairs()).isZero();
        assertThat(made.all()).extracting(MadeFault::step).containsExactly(1, 2);
    }

    @Test
    void recordShowsWhenEachFaultWasThere() throws IOException {
        runner(List.of(noted("a"), noted("b"))).run(List.of(step("a", "b")));

        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("faults.jsonl"))) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines).extracting(line -> line.path("name").asText()).containsExactlyInAnyOrder("a", "b");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("step").asInt()).isEqualTo(1);
            assertThat(List.of(
                            moment(line, "began"), moment(line, "made"), moment(line, "ending"), moment(line, "ended")))
                    .isSorted()
                    .allMatch(moment -> moment > 0);
        });
    }

    @Test
    void failureOfAFaultEndsTheRunWithItsOwnMessage() {
        Fault broken = new Fault(
                "a",
                Set.of("a"),
                () -> {
                    throw new IllegalStateException("a did not start");
                },
                () -> {});

        assertThatIllegalStateException()
                .isThrownBy(() -> runner(List.of(broken)).run(List.of(step("a"))))
                .withMessage("a did not start");
    }

    private FaultRunner runner(List<Fault> faults) {
        return new FaultRunner(faults, new JsonLines(folder.resolve("faults.jsonl")), line -> {}, Duration.ofMillis(1));
    }

    private Fault noted(String name) {
        return new Fault(name, Set.of(name), () -> done.add(name + " begins"), () -> done.add(name + " ends"));
    }

    private static ConcurrentFaults step(String... names) {
        return new ConcurrentFaults(List.of(names).stream()
                .map(name -> new PlannedFault(name, 0, 20))
                .toList());
    }

    private static long moment(JsonNode line, String name) {
        return line.path(name).asLong();
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("the other fault is not there", e);
        }
    }
}
