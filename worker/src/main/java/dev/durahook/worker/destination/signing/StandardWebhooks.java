package dev.durahook.worker.destination.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the headers of a request that the Standard Webhooks specification defines.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">the
 *     specification</a>
 */
public final class StandardWebhooks {

    /** The header that carries the signatures. */
    public static final String SIGNATURE = "webhook-signature";

    private StandardWebhooks() {}

    /**
     * Returns the headers of one attempt.
     *
     * @param eventId the event's id, the same at every attempt
     * @param at when the attempt is made
     * @param keys the keys that each make one signature; without keys, there is no signature header
     */
    public static Map<String, String> headers(String eventId, Instant at, byte[] body, List<SigningKey> keys) {
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
     * Returns the event's id with every full stop escaped. In the signed content a full stop separates the id from the
     * timestamp, and a sender chooses the id. If the id could hold a full stop, the signature of one event could be
     * used for another event. Few ids hold a full stop.
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
