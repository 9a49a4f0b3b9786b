package dev.durahook.benchmarks;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Verdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures how a source verifies and identifies a genuine delivery, for each scheme and size of the body. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
// Code is compiled in the foreground, so that the compiler is not delayed into the measurement on a busy machine.
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class SourceBenchmark {

    /** The sender, which determines the scheme. */
    @Param
    public BenchmarkProvider scheme = BenchmarkProvider.GITHUB;

    /** The length of the body, in bytes. */
    @Param({"300", "10000", "1900000"})
    public int size = 300;

    private Source source = BenchmarkSources.source(scheme);
    private Delivery delivery = scheme.delivery(BenchmarkBody.of(size));

    /** Signs a delivery and checks that it is verified, because a refusal takes a different time. */
    @Setup
    public void sign() {
        source = BenchmarkSources.source(scheme);
        delivery = scheme.delivery(BenchmarkBody.of(size));
        if (!(source.verify(delivery) instanceof Verdict.Verified)) {
            throw new IllegalStateException(scheme + " is not verified");
        }
    }

    /** The verification of the signature. */
    @Benchmark
    public Object verify() {
        return source.verify(delivery);
    }

    /** The reading of the event's ID, type and summary. */
    @Benchmark
    public Object identify() throws Exception {
        return source.events(delivery);
    }
}
