package dev.durahook.workflows.destination;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The successful answer of a destination, for a person who reads the workflow. The body of the answer is not kept.
 *
 * @param status the HTTP status, from 200 to 299; 0 if the destination is of a kind without HTTP statuses
 * @param took the time from the beginning of the attempt to the answer, including the time to connect; null if
 *     unknown
 * @param text the receipt as a sentence
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DestinationReceipt(
        @JsonProperty(STATUS) int status,
        @JsonProperty("took") @Nullable Duration took,
        @JsonProperty(TEXT) @Nullable String text) {

    /** The name of the field of {@link #status} in JSON, also with an application's mapper that names fields otherwise. */
    public static final String STATUS = "status";

    /** The name of the field of {@link #text} in JSON. */
    public static final String TEXT = "text";
}
