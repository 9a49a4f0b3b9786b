package dev.durahook.worker.slots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.LogLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.health.contributor.Status;

class LostSlotsTest {

    private static final String MAIL = "durahook.handler.mail";
    private static final String SHARED = "durahook";
    private static final Share MAIL_SHARE = Share.ofOne(MAIL, 2);
    private static final Share SHARED_SHARE = Share.ofMany(SHARED, 5);
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration TIME_AND_GRACE = Duration.ofSeconds(15);

    @RegisterExtension
    final LogLines written = LogLines.of(LostSlotsLog.class);

    private final AtomicLong nanoTime = new AtomicLong();
    private final RunningAttempts attempts = new RunningAttempts(nanoTime::get);
    private final LostSlots lost = new LostSlots(attempts, () -> List.of(MAIL_SHARE, SHARED_SHARE));
    private final SlotsHealth health = new SlotsHealth(lost);
    private final LostSlotsLog log = new LostSlotsLog(attempts, lost, nanoTime::get);
    private final List<RunningAttempt> begun = new ArrayList<>();

    @Test
    void anAttemptIsLostOnceItsTimeIsOverAndItHadAMomentToEnd() {
        begin(MAIL, "mail");
        pass(TIME_AND_GRACE.minusNanos(1));
        assertThat(lost.of(MAIL_SHARE)).isZero();
        pass(Duration.ofNanos(1));
        assertThat(lost.of(MAIL_SHARE)).isOne();
        assertThat(lost.of(SHARED_SHARE)).isZero();
        assertThat(lost.counts()).isEqualTo(Map.of(MAIL, "1 of 2"));
        endAll();
        assertThat(lost.of(MAIL_SHARE)).isZero();
    }

    @Test
    void aTimeWithoutEndIsNeverOver() {
        begun.add(attempts.begin(MAIL, "mail", Duration.ofSeconds(Long.MAX_VALUE)));
        pass(Duration.ofDays(3_000));
        assertThat(lost.of(MAIL_SHARE)).isZero();
    }

    @Test
    void aWorkerIsReadyUntilAHandlerHasLostAllItsSlots() {
        begin(MAIL, "mail");
        pass(TIME_AND_GRACE);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        begin(MAIL, "mail");
        pass(TIME_AND_GRACE);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(lost.reasons())
                .singleElement()
                .asString()
                .startsWith(
                        "2 of the 2 slots of task queue durahook.handler.mail are held by attempts that go on although"
                                + " their time is over. Restart this worker: ");
        endAll();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void ofSharedSlotsHalfAreTooMany() {
        begin(SHARED, "ship");
        begin(SHARED, "charge");
        pass(TIME_AND_GRACE);
        assertThat(lost.reasons()).isEmpty();
        begin(SHARED, "ship");
        pass(TIME_AND_GRACE);
        assertThat(lost.reasons()).singleElement().asString().startsWith("3 of the 5 slots of task queue durahook are");
    }

    @Test
    void anActivityIsNamedAtMostOnceAMinuteAndNotAgainForTheSameAttempts() {
        begin(SHARED, "ship");
        pass(TIME_AND_GRACE);
        for (int i = 0; i < 600; i++) {
            pass(Duration.ofSeconds(1));
            log.look();
        }
        assertThat(messages()).hasSize(1);
        for (int i = 0; i < 60; i++) {
            begin(SHARED, "ship");
            pass(Duration.ofSeconds(1));
            log.look();
        }
        assertThat(messages().stream().filter(line -> line.startsWith("Attempts of ship")))
                .hasSizeBetween(2, 3)
                .first()
                .asString()
                .startsWith("Attempts of ship that go on although their time is over: 1. Until they end, ");
    }

    @Test
    void beginningAndEndOfUnreadinessAreLoggedOnce() {
        begin(MAIL, "mail");
        begin(MAIL, "mail");
        pass(TIME_AND_GRACE);
        log.look();
        log.look();
        endAll();
        log.look();
        log.look();
        assertThat(messages()).hasSize(3);
        assertThat(messages().get(1)).startsWith("Not ready: 2 of the 2 slots of task queue durahook.handler.mail");
        assertThat(messages().get(2)).startsWith("Ready again");
    }

    private void begin(String taskQueue, String activity) {
        begun.add(attempts.begin(taskQueue, activity, TIME));
    }

    private void endAll() {
        begun.forEach(attempts::end);
    }

    private void pass(Duration duration) {
        nanoTime.addAndGet(duration.toNanos());
    }

    private List<String> messages() {
        return written.messages();
    }
}
