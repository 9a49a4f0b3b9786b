package dev.durahook.worker.destination.workflow.handover;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names one event at one destination, so that Temporal recognises a repeated attempt to hand it over. */
final class HandoverKey {

    // Servers with limit.maxIDLength = 255 refuse longer IDs, and a number may follow.
    private static final int MAX_BYTES = 240;

    private HandoverKey() {}

    /** Returns the event's ID and the destination's name, or their hash if they are too long together. */
    static String of(String eventId, String destination) {
        String key = eventId + "/" + destination;
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= MAX_BYTES ? key : "sha256-" + HexFormat.of().formatHex(sha256(bytes));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
