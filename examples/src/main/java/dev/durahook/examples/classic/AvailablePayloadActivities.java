package dev.durahook.examples.classic;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.ledger.JdbcLedger;
import io.temporal.spring.boot.ActivityImpl;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Goes where the application can keep something: into its database, or into memory on a laptop that has none. In a
 * service of yours, which has one or has not, annotate the one implementation like this and do without the choice.
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
