package dev.durahook.receiver.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file held, and until when it counts.
 *
 * @param latest what it held when it could be read the last time
 * @param previous what it held before
 * @param overlapEnd when the one before stops to hold
 * @param lost since when the file has been unreadable, empty or malformed
 * @param overlap how long the one before a change holds
 */
record SecretHistory(
        Secret latest,
        @Nullable Secret previous,
        Instant overlapEnd,
        @Nullable Instant lost,
        Duration overlap) {

    /**
     * How long the last content outlives its file. Longer than it takes to notice and mend a slip in a rotation, which
     * must not turn away what is genuine; short enough that removing a file takes the secret out of use.
     */
    static final Duration GRACE = Duration.ofMinutes(15);

    static SecretHistory beginningWith(Secret secret, Duration overlap) {
        return new SecretHistory(secret, null, Instant.MIN, null, overlap);
    }

    /** The history after the file was read; the same one if nothing has changed. */
    SecretHistory followedBy(Secret read, Instant now) {
        if (!latest.isKey(read.bytes())) {
            return new SecretHistory(read, latest, now.plus(overlap), null, overlap);
        }
        return lost == null ? this : new SecretHistory(latest, previous, overlapEnd, null, overlap);
    }

    /** The history after the file could not be read; the same one if it could not before. */
    SecretHistory lostAt(Instant now) {
        return lost == null ? new SecretHistory(latest, previous, overlapEnd, now, overlap) : this;
    }

    /** Whether the file has been lost for too long. */
    boolean isGone(Instant now) {
        return lost != null && !now.isBefore(lost.plus(GRACE));
    }

    /** How long the last content is still in use, of a file that is lost. */
    Duration left(Instant now) {
        return lost == null ? Duration.ZERO : Duration.between(now, lost.plus(GRACE));
    }

    /** The secrets that hold. */
    List<Secret> at(Instant now) {
        if (isGone(now)) {
            return List.of();
        }
        return previous != null && now.isBefore(overlapEnd) ? List.of(latest, previous) : List.of(latest);
    }
}
