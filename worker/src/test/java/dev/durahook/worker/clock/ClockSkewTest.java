package dev.durahook.worker.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ClockSkewTest {

    private final AtomicLong nanoTime = new AtomicLong();
    private final ClockSkew skew = new ClockSkew(nanoTime::get);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void lastObservationOfEachClockIsAGauge() {
        skew.bindTo(registry);
        assertThat(gauge("receiver")).isNaN();
        skew.observe(Clock.RECEIVER, Duration.ofMillis(-1500));
        skew.observe(Clock.WORKER, Duration.ofMillis(20));
        assertThat(gauge("receiver")).isEqualTo(-1.5);
        assertThat(gauge("worker")).isEqualTo(0.02);
    }

    @Test
    void skewThatMattersIsWarnedAboutWithTheRemedy(CapturedOutput output) {
        skew.observe(Clock.RECEIVER, Duration.ofSeconds(30));
        assertThat(output).doesNotContain("WARN");
        skew.observe(Clock.RECEIVER, Duration.ofSeconds(45));
        skew.observe(Clock.WORKER, Duration.ofSeconds(-31));
        assertThat(output)
                .contains("The receiver's clock is 45 s ahead of the Temporal server's", "(NTP)")
                .contains("The worker's clock is 31 s behind the Temporal server's");
    }

    @Test
    void warningComesOnceAnHour(CapturedOutput output) {
        for (int minute = 0; minute < 120; minute++) {
            nanoTime.set(Duration.ofMinutes(minute).toNanos());
            skew.observe(Clock.WORKER, Duration.ofMinutes(5));
        }
        assertThat(output.getOut().split("WARN", -1)).hasSize(1 + 2);
    }

    @Test
    void eventThatWasStartedAgainByHandShowsNoClock(CapturedOutput output) {
        skew.bindTo(registry);
        skew.observe(Clock.RECEIVER, Duration.ofDays(-1));
        skew.observe(Clock.RECEIVER, Duration.ofDays(-1).minusMinutes(5));
        assertThat(gauge("receiver")).isNaN();
        assertThat(output).doesNotContain("WARN");
    }

    @Test
    void clockThatIsFarOffIsSeenToo(CapturedOutput output) {
        skew.bindTo(registry);
        skew.observe(Clock.WORKER, Duration.ofDays(-1));
        skew.observe(Clock.RECEIVER, Duration.ofHours(3));
        assertThat(gauge("worker")).isEqualTo(-86_400.0);
        assertThat(gauge("receiver")).isEqualTo(10_800.0);
        assertThat(output)
                .contains("The worker's clock is 86400 s behind")
                .contains("The receiver's clock is 10800 s ahead");
    }

    @Test
    void eventsThatAreStartedAgainTogetherSayNothingAboutTheReceiver(CapturedOutput output) {
        skew.bindTo(registry);
        skew.observe(Clock.RECEIVER, Duration.ZERO);
        skew.observe(Clock.RECEIVER, Duration.ofHours(-3));
        skew.observe(Clock.RECEIVER, Duration.ofHours(-3).minusMillis(40));
        assertThat(gauge("receiver")).isZero();
        assertThat(output).doesNotContain("The receiver's clock");
    }

    @Test
    void logSaysThatTheClocksAgreeAgain(CapturedOutput output) {
        skew.observe(Clock.WORKER, Duration.ZERO);
        assertThat(output).doesNotContain("agrees");
        skew.observe(Clock.WORKER, Duration.ofHours(3));
        skew.observe(Clock.RECEIVER, Duration.ZERO);
        assertThat(output).doesNotContain("agrees");
        skew.observe(Clock.WORKER, Duration.ofSeconds(1));
        skew.observe(Clock.WORKER, Duration.ofSeconds(1));
        assertThat(output.getOut().split("The worker's clock agrees with the Temporal server's again", -1))
                .hasSize(1 + 1);
    }

    private double gauge(String clock) {
        return registry.get("durahook.clock.skew").tag("clock", clock).gauge().value();
    }
}
