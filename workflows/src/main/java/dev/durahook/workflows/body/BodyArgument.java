package dev.durahook.workflows.body;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.common.converter.RawValue;
import org.jspecify.annotations.Nullable;

/**
 * The body of an event as an activity's argument. A small body is passed as the argument. A large body is not: it would
 * be written into the history once more for every step, and two large bodies scheduled together are more than one
 * message to Temporal may hold (4 MB). The activity reads a large body from where the receiver has stored it.
 */
public final class BodyArgument {

    // The bodies of sixty steps fit into one message.
    private static final int MAX_BYTES = 64 * 1024;

    private BodyArgument() {}

    /** The body itself, or null if it is too large. Only for workflow code. */
    public static @Nullable RawValue of(RawValue body) {
        return body.getPayload().getData().size() <= MAX_BYTES ? body : null;
    }

    /**
     * The bytes of the event's body: those of the argument, or those that the {@link BodySource} reads if the
     * argument is null. Only for activities.
     */
    public static byte[] bytes(WebhookEvent event, @Nullable RawValue argument, BodySource source) {
        return argument == null || PayloadEncoding.of(argument).isNull() ? source.of(event) : EventBody.bytes(argument);
    }
}
