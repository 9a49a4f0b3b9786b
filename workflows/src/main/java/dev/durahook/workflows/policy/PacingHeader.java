package dev.durahook.workflows.policy;

import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.Header;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Pacing} into the header of an activity, and reads it from there. */
final class PacingHeader {

    private static final String NAME = "durahook-pacing";

    private PacingHeader() {}

    static Header with(Header header, @Nullable RetryPolicy policy) {
        return policy == null ? header : with(header, Pacing.of(policy));
    }

    private static Header with(Header header, Pacing pacing) {
        Map<String, Payload> values = new HashMap<>(header.getValues());
        DefaultDataConverter.STANDARD_INSTANCE.toPayload(pacing).ifPresent(payload -> values.put(NAME, payload));
        return new Header(values);
    }

    static Optional<Pacing> read(Header header) {
        return Optional.ofNullable(header.getValues().get(NAME))
                .map(payload ->
                        DefaultDataConverter.STANDARD_INSTANCE.fromPayload(payload, Pacing.class, Pacing.class));
    }
}
