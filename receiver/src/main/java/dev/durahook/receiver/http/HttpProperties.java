package dev.durahook.receiver.http;

import dev.durahook.connection.configuration.InvalidConfigurationException;
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
 * How slowly a request may arrive, and how many bytes of bodies the receiver holds in memory.
 *
 * @param headerTimeout the longest time from the first byte of a request to the end of its headers. The most impatient
 *     senders give up on the whole delivery after 3 seconds
 * @param bodyTimeout the longest time that a body may take to arrive. Most senders give up on the whole delivery after
 *     10 to 30 seconds
 * @param bodyRate the minimum number of bytes a second at which a body must arrive, after a grace period of 3 seconds
 * @param bodyMemory how many bytes of bodies may be in memory at a time, over all requests; a request that exceeds it
 *     gets 503. The default is a twelfth of the heap, and at least 2.7 MB
 */
@Validated
@ConfigurationProperties(prefix = "durahook.http", ignoreUnknownFields = false)
public record HttpProperties(
        @DefaultValue("5s") @NotNull @DurationMin(millis = 500) @DurationMax(minutes = 5)
        Duration headerTimeout,

        @DefaultValue("20s") @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 5)
        Duration bodyTimeout,

        @DefaultValue("8KB") DataSize bodyRate,
        @Nullable DataSize bodyMemory) {

    /** In bytes. So little memory is enough only if each source declares a smaller {@code max-body-size}. */
    private static final long LEAST_MEMORY = 1_000_000;

    /** In bytes: three quarters of this hold the largest body that a source may declare. */
    private static final long LEAST_BY_DEFAULT = 2_700_000;

    public HttpProperties {
        require(bodyRate.toBytes() > 0, "body-rate", "must be at least 1B.");
        require(bodyMemory == null || bodyMemory.toBytes() >= LEAST_MEMORY, "body-memory", "must be at least 1MB.");
    }

    private static void require(boolean holds, String key, String problem) {
        if (!holds) {
            throw InvalidConfigurationException.ofKey(
                    "durahook.http." + key, problem, "Correct the value, or leave the key out to use the default.");
        }
    }

    /** The configured value, or else a twelfth of the heap, or 2.7 MB if that is more. */
    DataSize bodyMemoryOrDefault() {
        return bodyMemory != null
                ? bodyMemory
                : DataSize.ofBytes(
                        Math.max(LEAST_BY_DEFAULT, Runtime.getRuntime().maxMemory() / 12));
    }
}
