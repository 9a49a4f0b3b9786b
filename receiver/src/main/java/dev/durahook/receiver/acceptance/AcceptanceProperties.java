package dev.durahook.receiver.acceptance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the receiver stores events.
 *
 * @param timeout the longest that Temporal may take to store an event; after that the sender gets 503. The most
 *     impatient senders give up after 3 seconds
 * @param concurrency events on their way to Temporal at a time, those that wait included; one more gets 503 at once.
 *     Temporal is asked for fewer at a time while it is slow
 * @param knownEvents IDs of stored events remembered in memory, so that a duplicate does not reach Temporal
 * @param knownEventsLifetime for how long such an ID answers for Temporal; none does after Temporal may have lost
 *     anything, but a single workflow that is deleted by hand goes unnoticed for so long
 */
@Validated
@ConfigurationProperties(prefix = "durahook.acceptance", ignoreUnknownFields = false)
public record AcceptanceProperties(
        @DefaultValue("2500ms") @NotNull @DurationMin(millis = 100) @DurationMax(seconds = 30)
        Duration timeout,

        @DefaultValue("128") @Min(1) @Max(10_000) int concurrency,
        @DefaultValue("100000") @Min(0) @Max(10_000_000) int knownEvents,

        @DefaultValue("5m") @NotNull @DurationMin @DurationMax(hours = 1)
        Duration knownEventsLifetime) {

    /** One delivery of many events leaves room for seven others. */
    int lanes() {
        return Math.max(1, concurrency / 8);
    }
}
