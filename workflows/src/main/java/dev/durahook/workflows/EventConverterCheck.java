package dev.durahook.workflows;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.DefaultDataConverter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tries at the start whether an application's own data converter writes and reads events. If it does not, no event can
 * be stored or processed.
 *
 * <p>Only a converter without a codec is tried, and only Jackson's refusal counts: a codec may need a key from a server
 * that does not answer yet.
 */
public final class EventConverterCheck {

    /** The remedy, for the author of the application. */
    public static final String REMEDY =
            "Make the ObjectMapper of the bean DataConverter with JacksonJsonPayloadConverter.newDefaultObjectMapper(), or"
                    + " register the module that Jackson asks for.";

    private static final WebhookEvent EVENT =
            new WebhookEvent("start:1", "start", "start.check", Instant.EPOCH, Map.of(), null);

    private EventConverterCheck() {}

    /** Why the converter can't write and read events. Empty if it can, or if that is only known later. */
    public static Optional<String> problem(DataConverter converter) {
        try {
            if (converter instanceof DefaultDataConverter) {
                converter
                        .toPayload(EVENT)
                        .ifPresent(event -> converter.fromPayload(event, WebhookEvent.class, WebhookEvent.class));
            }
            return Optional.empty();
        } catch (DataConverterException e) {
            // Jackson's message quotes at most values of the event above.
            return Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .filter(JsonMappingException.class::isInstance)
                    .map(refusal ->
                            "The application's DataConverter can't write and read events: " + refusal.getMessage())
                    .findFirst();
        }
    }
}
