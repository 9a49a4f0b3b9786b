package dev.durahook.worker.destination.workflow.handover;

import dev.durahook.workflows.Sha256;
import java.nio.charset.StandardCharsets;

/** Names one event at one destination, so that Temporal recognises a repeated attempt to hand it over. */
final class HandoverKey {

    // Servers with limit.maxIDLength = 255 refuse longer IDs, and a number may follow.
    private static final int MAX_BYTES = 240;

    private HandoverKey() {}

    /** Returns the event's ID and the destination's name, or their hash if they are too long together. */
    static String of(String eventId, String destination) {
        String key = eventId + "/" + destination;
        return key.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES ? key : "sha256-" + Sha256.hex(key);
    }
}
