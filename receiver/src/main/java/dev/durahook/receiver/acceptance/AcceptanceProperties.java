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
 * @param timeout the longest time that Temporal may take to store an event; after that the sender gets 503. The most
 *     impatient senders give up after 3 seconds
 * @param concurrency how many events may be in flight to Temporal at a time, including those that wait; further events
 *     get 503 at once. While Temporal is slow, the receiver sends fewer at a time
 * @param knownEvents how many IDs of stored events are kept in memory, so that duplicates do not reach Temporal
 * @param knownEventsLifetime how long such an ID is trusted without asking Temporal. All IDs are dropped as soon as
 *     Temporal may have lost data, but if a single workflow is deleted by hand, its event counts as stored for this
 *     long
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

    /** How many events of one delivery may be in flight at a time: an eighth, so that other deliveries have room. */
    int lanes() {
        return Math.max(1, concurrency / 8);
    }
}
