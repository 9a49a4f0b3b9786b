package dev.durahook.examples.classic;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the IDs of the processed events in memory. Temporal runs an activity again if its worker died before it could
 * report the result, so the check comes first. The memory is lost with the worker; {@link LedgerPayloadActivities}
 * keeps the IDs in a database instead.
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
