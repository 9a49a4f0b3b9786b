package dev.durahook.workflows.policy;

import dev.durahook.workflows.interception.HeaderValue;
import io.temporal.common.interceptors.Header;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Pacing} into the header of an activity, and reads it from there. */
final class PacingHeader {

    private static final HeaderValue<Pacing> VALUE = new HeaderValue<>("durahook-pacing", Pacing.class);

    private PacingHeader() {}

    static Header with(Header header, @Nullable RetryPolicy policy) {
        return policy == null ? header : VALUE.with(header, Pacing.of(policy));
    }

    static Optional<Pacing> read(Header header) {
        return VALUE.in(header);
    }
}
