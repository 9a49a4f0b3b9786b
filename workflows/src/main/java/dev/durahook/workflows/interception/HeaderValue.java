package dev.durahook.workflows.interception;

import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.Header;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A value in the header of a workflow or an activity. The value is written in JSON, not by the application's own data
 * converter.
 *
 * @param name the value's name, which is wire format
 * @param type the value's type
 */
public record HeaderValue<T>(String name, Class<T> type) {

    /** The header with this value. */
    public Header with(Header header, T value) {
        Map<String, Payload> values = new HashMap<>(header.getValues());
        DefaultDataConverter.STANDARD_INSTANCE.toPayload(value).ifPresent(payload -> values.put(name, payload));
        return new Header(values);
    }

    /** Whether the header has this value. */
    public boolean isIn(Header header) {
        return header.getValues().containsKey(name);
    }

    /** The value, if the header has it. */
    public Optional<T> in(Header header) {
        return Optional.ofNullable(header.getValues().get(name))
                .map(payload -> DefaultDataConverter.STANDARD_INSTANCE.fromPayload(payload, type, type));
    }
}
