package dev.durahook.receiver.acceptance.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.start.Acceptance.Cause;
import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import dev.durahook.receiver.acceptance.start.Acceptance.PreviouslyAccepted;
import io.grpc.Deadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermitsTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Deadline NOW = Deadline.after(0, TimeUnit.NANOSECONDS);
    private static final NotStored LATE = new NotStored(Cause.DEADLINE_EXCEEDED, "late");

    private final Permits permits = new Permits(64, LONG);

    @Test
    void limitGrowsToTheConfiguredValueWhileTemporalIsQuick() throws Exception {
        for (int i = 0; i < 64; i++) {
            useAll(new Accepted());
        }

        assertThat(permits.limit()).isEqualTo(64);
    }

    @Test
    void whileTemporalIsLateTheLimitFallsAndSomeAreAlwaysAsked() throws Exception {
        for (int i = 0; i < 64; i++) {
            useAll(LATE);
        }

        assertThat(permits.limit()).isEqualTo(4);
        assertThat(takeAll()).hasSize(4);
    }

    @Test
    void afterASlowTimeTheLimitGrowsAgain() throws Exception {
        for (int i = 0; i < 64; i++) {
            useAll(LATE);
        }
        for (int i = 0; i < 64; i++) {
            useAll(i % 2 == 0 ? new PreviouslyAccepted() : new Accepted());
        }

        assertThat(permits.limit()).isEqualTo(64);
    }

    @Test
    void callsThatAreSlowLowerTheLimitBeforeAnyIsLate() throws Exception {
        Permits impatient = new Permits(64, Duration.ofNanos(4));
        int before = impatient.limit();
        for (int i = 0; i < before; i++) {
            impatient.giveBack(impatient.take(NOW).orElseThrow(), new Accepted());
        }

        assertThat(impatient.limit()).isLessThan(before);
    }

    @Test
    void aQuietReceiverDoesNotRaiseTheLimit() throws Exception {
        int before = permits.limit();
        for (int i = 0; i < 100; i++) {
            permits.giveBack(permits.take(NOW).orElseThrow(), new Accepted());
        }

        assertThat(permits.limit()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"REFUSED", "FULL"})
    void failureThatDoesNotShowTheSpeedChangesNothing(Cause cause) throws Exception {
        int before = permits.limit();
        useAll(new NotStored(cause, "no"));

        assertThat(permits.limit()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"REFUSED", "FULL"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyOtherFailureLowersTheLimit(Cause cause) throws Exception {
        int before = permits.limit();
        useAll(new NotStored(cause, "no"));

        assertThat(permits.limit()).isLessThan(before);
    }

    @Test
    void aLimitBelowTheUsualOnesHolds() throws Exception {
        Permits one = new Permits(1, LONG);

        assertThat(one.limit()).isEqualTo(1);
        assertThat(one.take(NOW)).isPresent();
        assertThat(one.take(NOW)).isEmpty();
    }

    @Test
    void permitThatWasNotFreeInTimeIsNotTaken() throws Exception {
        List<Permits.Permit> all = takeAll();
        assertThat(permits.take(Deadline.after(1, TimeUnit.MILLISECONDS))).isEmpty();
        all.forEach(permit -> permits.giveBack(permit, new Accepted()));

        assertThat(takeAll()).hasSizeGreaterThanOrEqualTo(all.size());
    }

    @Test
    void anEventWaitsForNoLongerThanLeavesTimeForItsCall() {
        Permits slow = new Permits(64, Duration.ofSeconds(8));

        // The target for a call is 2 s. The wait leaves time for three calls of half that length.
        assertThat(slow.longestWait(Duration.ofSeconds(8).toNanos()))
                .isEqualTo(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void anEventWaitsForAPermit() throws Exception {
        Duration timeout = Duration.ofMillis(400);
        Permits slow = new Permits(64, timeout);
        for (int i = slow.limit(); i > 0; i--) {
            slow.take(NOW);
        }
        Deadline deadline = Deadline.after(timeout.toNanos(), TimeUnit.NANOSECONDS);

        assertThat(slow.take(deadline)).isEmpty();
        assertThat(Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS)))
                .isLessThan(timeout.dividedBy(2));
    }

    @Test
    void theGaugesShowIt() throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        permits.bindTo(meters);
        permits.take(NOW);

        assertThat(meters.get("durahook.acceptance.limit").gauge().value()).isEqualTo(20);
        assertThat(meters.get("durahook.acceptance.in.flight").gauge().value()).isEqualTo(1);
        assertThat(meters.get("durahook.acceptance.waiting").gauge().value()).isZero();
    }

    private void useAll(Acceptance acceptance) throws InterruptedException {
        takeAll().forEach(permit -> permits.giveBack(permit, acceptance));
    }

    private List<Permits.Permit> takeAll() throws InterruptedException {
        List<Permits.Permit> taken = new ArrayList<>();
        for (int i = permits.limit(); i > 0; i--) {
            taken.add(permits.take(NOW).orElseThrow());
        }
        assertThat(permits.take(NOW)).as("more than the limit").isEmpty();
        return taken;
    }
}
