package dev.durahook.receiver.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The current and the previous content of a secret file, and how long they are valid.
 *
 * @param latest the last content that could be read
 * @param previous the content before the last change
 * @param overlapEnd when the previous content becomes invalid
 * @param lost since when the file has been missing, unreadable, empty or malformed
 * @param overlap how long previous content stays valid after a change
 */
record SecretHistory(
        Secret latest,
        @Nullable Secret previous,
        Instant overlapEnd,
        @Nullable Instant lost,
        Duration overlap) {

    /**
     * How long the last content stays valid after the file was lost. This leaves time to notice and correct a mistake
     * in a rotation without refusing genuine deliveries, and is short enough that a secret can be revoked by removing
     * its file.
     */
    static final Duration GRACE = Duration.ofMinutes(15);

    static SecretHistory beginningWith(Secret secret, Duration overlap) {
        return new SecretHistory(secret, null, Instant.MIN, null, overlap);
    }

    /** The history after the file was read; the same one if nothing has changed. */
    SecretHistory followedBy(Secret read, Instant now) {
        if (isGone(now)) {
            // The file may have been removed because a secret has leaked. So a secret that is out of use stays so.
            return beginningWith(read, overlap);
        }
        if (!latest.isKey(read.bytes())) {
            return new SecretHistory(read, latest, now.plus(overlap), null, overlap);
        }
        return lost == null ? this : new SecretHistory(latest, previous, overlapEnd, null, overlap);
    }

    /** The history after the file could not be read; the same one if it was lost before. */
    SecretHistory lostAt(Instant now) {
        return lost == null ? new SecretHistory(latest, previous, overlapEnd, now, overlap) : this;
    }

    /** Whether the file has been lost for longer than {@link #GRACE}. */
    boolean isGone(Instant now) {
        return lost != null && !now.isBefore(lost.plus(GRACE));
    }

    /** How long the last content of a lost file stays valid. */
    Duration left(Instant now) {
        return lost == null ? Duration.ZERO : Duration.between(now, lost.plus(GRACE));
    }

    /** The secrets that are valid at this time. */
    List<Secret> at(Instant now) {
        if (isGone(now)) {
            return List.of();
        }
        return previous != null && now.isBefore(overlapEnd) ? List.of(latest, previous) : List.of(latest);
    }
}
