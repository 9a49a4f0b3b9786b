package dev.durahook.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksTest {

    private static final int BODIES = 3;

    @Test
    void everyBenchmarkRunsWithEveryParameter() throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(getClass().getPackageName())
                        .mode(Mode.SingleShotTime)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .forks(0)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        assertThat(results)
                .hasSize(BODIES
                        * (methods(BodyBenchmark.class)
                                + BenchmarkProvider.values().length * methods(SourceBenchmark.class)));
    }

    @Test
    void bodiesAreOfTheLengthThatWasAskedFor() {
        assertThat(BenchmarkBody.of(300)).hasSize(300);
        assertThat(BenchmarkBody.of(1_900_000)).hasSize(1_900_000);
    }

    private static int methods(Class<?> benchmark) {
        return (int) Stream.of(benchmark.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .count();
    }
}
