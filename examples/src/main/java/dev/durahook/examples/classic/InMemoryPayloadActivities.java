package dev.durahook.examples.classic;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what it has done in memory. Temporal runs an activity again when its worker died before it could report, so the
 * check comes first; but memory dies with its worker, which {@link LedgerPayloadActivities} survives.
 */
class InMemoryPayloadActivities implements PayloadActivities {

    private static final Logger LOG = LoggerFactory.getLogger(InMemoryPayloadActivities.class);

    private final Set<String> processed = ConcurrentHashMap.newKeySet();

    @Override
    public String processWebhookPayload(WebhookPayload payload, String eventId) {
        if (processed.contains(eventId)) {
            return "already processed";
        }
        doCriticalWork(payload, eventId);
        processed.add(eventId);
        return "processed";
    }

    private static void doCriticalWork(WebhookPayload payload, String eventId) {
        payload.requireNoError();
        LOG.info("Processed {} ({})", eventId, payload.event());
    }
}
