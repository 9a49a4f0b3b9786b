package dev.durahook.workflows.attempt;

import dev.durahook.workflows.interception.HeaderValue;
import io.temporal.common.interceptors.Header;
import java.util.Optional;

/** Marks a local activity as the first attempt of an activity that has not been scheduled. */
public final class InlineAttemptHeader {

    private static final HeaderValue<Boolean> VALUE = new HeaderValue<>("durahook-inline-attempt", Boolean.class);

    private InlineAttemptHeader() {}

    /**
     * The header of a first attempt.
     *
     * @param allowed whether the attempt may be made; if not, the worker says that it was not made
     */
    public static Header with(Header header, boolean allowed) {
        return VALUE.with(header, allowed);
    }

    /** Whether the attempt may be made; empty if the local activity is no first attempt. */
    public static Optional<Boolean> in(Header header) {
        return VALUE.in(header);
    }
}
