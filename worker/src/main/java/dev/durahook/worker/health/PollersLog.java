package dev.durahook.worker.health;

import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once that Temporal knows all pollers, and once that it does not. While Temporal is away nothing is said here: that it
 * is away is said once, by the connection. A server that has come back knows no poller until each has asked again, so a
 * poller has to be missing for a while.
 */
final class PollersLog {

    private static final Logger LOG = LoggerFactory.getLogger(PollersLog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private boolean saidThatAllAreKnown;
    private @Nullable Long missingSince;

    PollersLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Temporal has answered. */
    void found(Set<String> missing, Set<String> all) {
        if (missing.isEmpty()) {
            missingSince = null;
            if (!saidThatAllAreKnown) {
                LOG.info("Temporal knows the pollers of {}", all);
                saidThatAllAreKnown = true;
            }
        } else if (saidThatAllAreKnown && isMissingForLong()) {
            LOG.warn("{} are not polled: Temporal knows no poller of this worker there", missing);
            saidThatAllAreKnown = false;
        }
    }

    private boolean isMissingForLong() {
        long now = nanoTime.getAsLong();
        if (missingSince == null) {
            missingSince = now;
        }
        return now - missingSince >= PATIENCE.toNanos();
    }
}
