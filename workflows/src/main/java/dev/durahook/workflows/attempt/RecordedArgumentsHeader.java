package dev.durahook.workflows.attempt;

import dev.durahook.workflows.interception.HeaderValue;
import io.temporal.common.interceptors.Header;

/**
 * Tells a local activity the size of its arguments, if the history records the arguments. Temporal stores them beside
 * the result, and the sum of both is limited.
 */
public final class RecordedArgumentsHeader {

    private static final HeaderValue<Integer> VALUE = new HeaderValue<>("durahook-recorded-arguments", Integer.class);

    private RecordedArgumentsHeader() {}

    /** The header of a local activity whose recorded arguments have this size in bytes. */
    public static Header with(Header header, int size) {
        return VALUE.with(header, size);
    }

    /** The size of the recorded arguments in bytes; 0 if the history does not record them. */
    public static int in(Header header) {
        return VALUE.in(header).orElse(0);
    }
}
