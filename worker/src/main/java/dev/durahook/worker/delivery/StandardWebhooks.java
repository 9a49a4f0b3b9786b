package dev.durahook.worker.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The headers of a delivery as the Standard Webhooks specification has them.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">the
 *     specification</a>
 */
final class StandardWebhooks {

    /** The header that carries the signatures. */
    static final String SIGNATURE = "webhook-signature";

    private StandardWebhooks() {}

    /**
     * The headers of one attempt.
     *
     * @param eventId the event's id, the same at every attempt
     * @param at when the attempt is made
     * @param keys one signature is made with each; none leaves the signature out
     */
    static Map<String, String> headers(String eventId, Instant at, byte[] body, List<SigningKey> keys) {
        String id = webhookId(eventId);
        String timestamp = Long.toString(at.getEpochSecond());
        Map<String, String> headers = new TreeMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", timestamp);
        if (!keys.isEmpty()) {
            byte[] content = signedContent(id, timestamp, body);
            headers.put(SIGNATURE, keys.stream().map(key -> key.sign(content)).collect(Collectors.joining(" ")));
        }
        return headers;
    }

    /**
     * The event's id without full stops. They part the id from the timestamp in what is signed, and a sender chooses
     * the id: with one in it, a signature of one event could be shown for another. Few ids have one.
     */
    static String webhookId(String eventId) {
        return eventId.replace("%", "%25").replace(".", "%2E");
    }

    private static byte[] signedContent(String id, String timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
    }
}
