package dev.durahook.workflows.policy;

import dev.durahook.workflows.interception.HeaderValue;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.Header;
import java.util.Optional;

/**
 * Writes a {@link FirstFailure} into the header of an activity, and reads it from there. Temporal does not encode
 * headers, and a failure's message may quote the body, so the application's own data converter writes the value.
 */
final class FirstFailureHeader {

    private static final HeaderValue<FirstFailure> VALUE =
            new HeaderValue<>("durahook-first-failure", FirstFailure.class);

    private FirstFailureHeader() {}

    static Header with(Header header, FirstFailure failure, DataConverter converter) {
        return VALUE.with(header, failure, converter);
    }

    /** Whether the activity begins with a failure. */
    static boolean isIn(Header header) {
        return VALUE.isIn(header);
    }

    static Optional<FirstFailure> read(Header header, DataConverter converter) {
        return VALUE.in(header, converter);
    }
}
