package dev.durahook.receiver.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KnownEventsTest {

    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private final AtomicLong now = new AtomicLong();
    private final KnownEvents known = new KnownEvents(10, LIFETIME, now::get);

    @Test
    void idIsForgottenAfterItsLifetimeAlsoIfItIsUsed() {
        known.add("a", known.era());
        for (int i = 0; i < 4; i++) {
            now.addAndGet(LIFETIME.dividedBy(5).toNanos());
            assertThat(known.contains("a")).isTrue();
        }
        now.addAndGet(LIFETIME.dividedBy(5).toNanos());

        assertThat(known.contains("a")).isFalse();
    }

    @Test
    void allAreForgottenAtOnce() {
        known.add("a", known.era());
        known.add("b", known.era());
        known.forget();

        assertThat(known.contains("a")).isFalse();
        assertThat(known.contains("b")).isFalse();
    }

    @Test
    void answerToARequestFromBeforeALossIsNotRemembered() {
        long before = known.era();
        known.forget();
        known.add("a", before);

        assertThat(known.contains("a")).isFalse();
        known.add("a", known.era());
        assertThat(known.contains("a")).isTrue();
    }

    @Test
    void noIdCountsWhileTheServerIsInDoubt() {
        known.add("a", known.era());
        known.doubt();
        assertThat(known.contains("a")).isFalse();
        known.trust();
        assertThat(known.contains("a")).isTrue();

        known.doubt();
        known.forget();
        known.trust();
        assertThat(known.contains("a")).isFalse();
    }

    @Test
    void forgottenIdWasStillSeen() {
        known.add("a", known.era());
        known.forget();

        assertThat(known.hasSeen("a")).isTrue();
        assertThat(known.hasSeen("b")).isFalse();
    }
}
