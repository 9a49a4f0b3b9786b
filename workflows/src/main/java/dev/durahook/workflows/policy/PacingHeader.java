package dev.durahook.workflows.policy;

import dev.durahook.workflows.interception.HeaderValue;
import io.temporal.common.interceptors.Header;
import java.util.Optional;

/** Writes a {@link Pacing} into the header of an activity, and reads it from there. */
public final class PacingHeader {

    private static final HeaderValue<Pacing> VALUE = new HeaderValue<>("durahook-pacing", Pacing.class);

    private PacingHeader() {}

    /** The header of an attempt under this policy. */
    public static Header with(Header header, RetryPolicy policy) {
        return VALUE.with(header, Pacing.of(policy));
    }

    static Optional<Pacing> read(Header header) {
        return VALUE.in(header);
    }
}
