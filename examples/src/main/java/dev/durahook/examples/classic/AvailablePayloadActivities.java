package dev.durahook.examples.classic;

import dev.durahook.ledger.JdbcLedger;
import dev.durahook.workflows.TaskQueues;
import io.temporal.spring.boot.ActivityImpl;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Uses the application's database if there is one, and memory if there is none, as on a laptop. Your own service needs
 * no such choice: annotate your only implementation like this class.
 */
@Component
@ActivityImpl(taskQueues = TaskQueues.DEFAULT)
class AvailablePayloadActivities implements PayloadActivities {

    private final PayloadActivities available;

    AvailablePayloadActivities(ObjectProvider<DataSource> database) {
        DataSource dataSource = database.getIfAvailable();
        available = dataSource == null
                ? new InMemoryPayloadActivities()
                : new LedgerPayloadActivities(new JdbcLedger(dataSource));
    }

    @Override
    public String processWebhookPayload(WebhookPayload payload, String eventId) {
        return available.processWebhookPayload(payload, eventId);
    }
}
