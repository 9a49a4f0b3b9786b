package dev.durahook.receiver.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Checks the age of signed content. This limits how long a captured delivery can be sent again.
 *
 * @param tolerance how far the time of signing may lie in the past or in the future
 * @param clock the current time
 */
public record Freshness(Duration tolerance, InstantSource clock) {

    /**
     * Checks that the content was signed recently.
     *
     * @throws NotVerifiedException if the time lies too far in the past or in the future
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
