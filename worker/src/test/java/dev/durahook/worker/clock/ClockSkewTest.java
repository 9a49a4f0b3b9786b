package dev.durahook.worker.clock;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.durahook.testsupport.LogLines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClockSkewTest {

    @RegisterExtension
    final LogLines log = LogLines.of(ClockSkew.class).ofOwnThread();

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
    void skewThatMattersIsWarnedAboutWithTheRemedy() {
        skew.observe(Clock.RECEIVER, Duration.ofSeconds(30));
        assertThat(warnings()).isZero();
        skew.observe(Clock.RECEIVER, Duration.ofSeconds(45));
        skew.observe(Clock.WORKER, Duration.ofSeconds(-31));
        assertThat(log.messages().toString())
                .contains("The receiver's clock is 45 s ahead of the Temporal server's", "(NTP)")
                .contains("The worker's clock is 31 s behind the Temporal server's");
    }

    @Test
    void warningComesOnceAnHour() {
        for (int minute = 0; minute < 120; minute++) {
            nanoTime.set(Duration.ofMinutes(minute).toNanos());
            skew.observe(Clock.WORKER, Duration.ofMinutes(5));
        }
        assertThat(warnings()).isEqualTo(2);
    }

    @Test
    void eventThatWasStartedAgainByHandShowsNoClock() {
        skew.bindTo(registry);
        skew.observe(Clock.RECEIVER, Duration.ofDays(-1));
        skew.observe(Clock.RECEIVER, Duration.ofDays(-1).minusMinutes(5));
        assertThat(gauge("receiver")).isNaN();
        assertThat(warnings()).isZero();
    }

    @Test
    void clockThatIsFarOffIsSeenToo() {
        skew.bindTo(registry);
        skew.observe(Clock.WORKER, Duration.ofDays(-1));
        skew.observe(Clock.RECEIVER, Duration.ofHours(3));
        assertThat(gauge("worker")).isEqualTo(-86_400.0);
        assertThat(gauge("receiver")).isEqualTo(10_800.0);
        assertThat(log.messages().toString())
                .contains("The worker's clock is 86400 s behind")
                .contains("The receiver's clock is 10800 s ahead");
    }

    @Test
    void eventsThatAreStartedAgainTogetherSayNothingAboutTheReceiver() {
        skew.bindTo(registry);
        skew.observe(Clock.RECEIVER, Duration.ZERO);
        skew.observe(Clock.RECEIVER, Duration.ofHours(-3));
        skew.observe(Clock.RECEIVER, Duration.ofHours(-3).minusMillis(40));
        assertThat(gauge("receiver")).isZero();
        assertThat(log.messages().toString()).doesNotContain("The receiver's clock");
    }

    @Test
    void logSaysThatTheClocksAgreeAgain() {
        skew.observe(Clock.WORKER, Duration.ZERO);
        assertThat(log.messages().toString()).doesNotContain("agrees");
        skew.observe(Clock.WORKER, Duration.ofHours(3));
        skew.observe(Clock.RECEIVER, Duration.ZERO);
        assertThat(log.messages().toString()).doesNotContain("agrees");
        skew.observe(Clock.WORKER, Duration.ofSeconds(1));
        skew.observe(Clock.WORKER, Duration.ofSeconds(1));
        assertThat(log.messages().toString())
                .containsOnlyOnce("The worker's clock agrees with the Temporal server's again");
    }

    private long warnings() {
        return log.events().stream()
                .filter(line -> line.getLevel() == Level.WARN)
                .count();
    }

    private double gauge(String clock) {
        return registry.get("durahook.clock.skew").tag("clock", clock).gauge().value();
    }
}
