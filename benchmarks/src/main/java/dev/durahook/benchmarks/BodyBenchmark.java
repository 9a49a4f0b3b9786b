package dev.durahook.benchmarks;

import dev.durahook.workflows.EventBody;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
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

/**
 * Measures the work on a body that is the same for every source, and the HMAC with which all other times are compared.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
// Code is compiled in the foreground. Otherwise, on a busy machine, it would be compiled during the measurement.
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class BodyBenchmark {

    private final Mac mac = BenchmarkKey.mac();

    /** The length of the body, in bytes. */
    @Param({"300", "10000", "1900000"})
    public int size = 300;

    private byte[] body = {};

    @Setup
    public void make() {
        body = BenchmarkBody.of(size);
    }

    /**
     * The baseline: HMAC-SHA-256 of the body with a prepared key, which is the least that a verification has to
     * compute.
     */
    @Benchmark
    public byte[] mac() {
        return mac.doFinal(body);
    }

    /** The body as a workflow's argument. */
    @Benchmark
    public Object argument() {
        return EventBody.of(body);
    }
}
