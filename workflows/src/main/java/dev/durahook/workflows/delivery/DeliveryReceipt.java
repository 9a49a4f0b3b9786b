package dev.durahook.workflows.delivery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a destination took an event, for whoever reads the workflow. What the destination wrote is not kept.
 *
 * @param status the HTTP status, of 200 to 299
 * @param took from the first byte sent to the answer's headers, with the time it took to connect
 * @param text the same as a sentence
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryReceipt(
        int status, @Nullable Duration took, @Nullable String text) {}
