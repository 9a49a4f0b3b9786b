package dev.durahook.workflows.interception;

import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.Header;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A value in the header of a workflow or an activity. Unless a converter is given, the value is written in JSON, not
 * by the application's own data converter.
 *
 * @param name the value's name, which is wire format
 * @param type the value's type
 */
public record HeaderValue<T>(String name, Class<T> type) {

    /** The header with this value. */
    public Header with(Header header, T value) {
        return with(header, value, DefaultDataConverter.STANDARD_INSTANCE);
    }

    /** The header with this value, written by a converter that may encode it. */
    public Header with(Header header, T value, DataConverter converter) {
        Map<String, Payload> values = new HashMap<>(header.getValues());
        converter.toPayload(value).ifPresent(payload -> values.put(name, payload));
        return new Header(values);
    }

    /** Whether the header has this value. */
    public boolean isIn(Header header) {
        return header.getValues().containsKey(name);
    }

    /** The value, if the header has it. */
    public Optional<T> in(Header header) {
        return in(header, DefaultDataConverter.STANDARD_INSTANCE);
    }

    /** The value, if the header has it, written by this converter. */
    public Optional<T> in(Header header, DataConverter converter) {
        return Optional.ofNullable(header.getValues().get(name))
                .map(payload -> converter.fromPayload(payload, type, type));
    }

    /**
     * The value, if the header has it, written by this converter or, in an earlier version of Durahook, by the other one.
     *
     * @throws RuntimeException if neither converter can read the value
     */
    public Optional<T> in(Header header, DataConverter converter, DataConverter ofEarlierVersions) {
        try {
            return in(header, converter);
        } catch (RuntimeException e) {
            try {
                return in(header, ofEarlierVersions);
            } catch (RuntimeException ofOther) {
                e.addSuppressed(ofOther);
                throw e;
            }
        }
    }
}
