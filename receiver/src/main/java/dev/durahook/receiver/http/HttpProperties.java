package dev.durahook.receiver.http;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How slowly a request may come, and how many bytes of bodies the receiver holds.
 *
 * @param headerTimeout the longest that a request may take from its first byte to the end of its headers. The most
 *     impatient senders give up on the whole delivery after 3 seconds
 * @param bodyTimeout the longest that a body may take to come. Most senders give up on the whole delivery after 10 to 30
 *     seconds
 * @param bodyRate the least that has to come of a body in a second, once 3 seconds are over
 * @param bodyMemory bytes of bodies that are held at a time, over all requests; one more gets 503. By default a twelfth
 *     of the heap
 */
@Validated
@ConfigurationProperties(prefix = "durahook.http", ignoreUnknownFields = false)
public record HttpProperties(
        @DefaultValue("5s") @NotNull @DurationMin(millis = 500) @DurationMax(minutes = 5)
        Duration headerTimeout,

        @DefaultValue("20s") @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 5)
        Duration bodyTimeout,

        @DefaultValue("8KB") @NotNull DataSize bodyRate,
        @Nullable DataSize bodyMemory) {

    /** Half of the usual limit of one body: with less, not even a fifth of a large one would fit in. */
    private static final long LEAST_MEMORY = 1_000_000;

    @AssertTrue(message = "bodyRate must be at least 1B, and bodyMemory at least 1MB")
    boolean isUsable() {
        return bodyRate.toBytes() > 0 && (bodyMemory == null || bodyMemory.toBytes() >= LEAST_MEMORY);
    }

    /** What is declared, or a twelfth of the heap. */
    DataSize bodyMemoryOrDefault() {
        return bodyMemory != null
                ? bodyMemory
                : DataSize.ofBytes(Math.max(LEAST_MEMORY, Runtime.getRuntime().maxMemory() / 12));
    }
}
