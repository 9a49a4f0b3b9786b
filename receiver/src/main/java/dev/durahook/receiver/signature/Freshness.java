package dev.durahook.receiver.signature;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How old what was signed may be. It bounds the time in which a captured delivery can be sent again.
 *
 * @param tolerance how far the moment of signing may lie in the past or in the future
 * @param clock tells what time it is
 */
public record Freshness(Duration tolerance, InstantSource clock) {

    /**
     * Lets pass what was signed a short time ago.
     *
     * @throws NotVerifiedException if it is too old, or lies ahead
     */
    public void check(Instant signed) throws NotVerifiedException {
        Duration age = Duration.between(signed, clock.instant());
        if (age.abs().compareTo(tolerance) > 0) {
            throw new NotVerifiedException(Rejection.TIMESTAMP_OUT_OF_TOLERANCE, skew(age));
        }
    }

    private String skew(Duration age) {
        String direction = age.isNegative() ? " s ahead" : " s old";
        return "timestamp " + age.abs().toSeconds() + direction + ", tolerance " + tolerance.toSeconds() + " s";
    }
}
