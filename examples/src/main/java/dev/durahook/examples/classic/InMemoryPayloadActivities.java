package dev.durahook.examples.classic;

import dev.durahook.workflows.TaskQueues;
import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.ActivityImpl;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps what it has done in memory. Temporal runs an activity again when its worker died before it could report, so the
 * check comes first. In a service of yours, keep the event ID in the transaction of the work.
 */
@Component
@ActivityImpl(taskQueues = TaskQueues.DEFAULT)
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
        if ("error".equals(payload.data().asText())) {
            throw ApplicationFailure.newFailure("Simulated processing error", "ProcessingError");
        }
        LOG.info("Processed {} ({})", eventId, payload.event());
    }
}
