package dev.durahook.worker.health;

import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs once that Temporal knows all pollers, and once that it does not. While Temporal is down, this class logs
 * nothing, because the connection logs the outage once. A server that has restarted knows a poller only after the
 * poller has asked again, so a poller must be missing for a while before it is logged.
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

    /** Logs a change after Temporal has told which queues are not polled. */
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
