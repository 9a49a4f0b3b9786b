package dev.durahook.examples.classic;

import dev.durahook.ledger.JdbcLedger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps payloads in a table. The ledger keeps the event's ID in the same transaction, so a payload is stored exactly
 * once, even if the worker is killed.
 */
class LedgerPayloadActivities implements PayloadActivities {

    private final JdbcLedger ledger;

    LedgerPayloadActivities(JdbcLedger ledger) {
        this.ledger = ledger;
        ledger.createTable();
        // The ledger lets only one of several workers that start together create the table.
        ledger.once("create processed_payload", LedgerPayloadActivities::createTable);
    }

    @Override
    public String processWebhookPayload(WebhookPayload payload, String eventId) {
        return ledger.once(eventId, connection -> doCriticalWork(connection, payload, eventId))
                .result();
    }

    private static String doCriticalWork(Connection connection, WebhookPayload payload, String eventId)
            throws SQLException {
        payload.requireNoError();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO processed_payload (event_id, data) VALUES (?, ?)")) {
            insert.setString(1, eventId);
            insert.setString(2, payload.data().toString());
            insert.executeUpdate();
        }
        return "processed";
    }

    private static String createTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS processed_payload (event_id text NOT NULL, data text NOT NULL)");
        }
        return "";
    }
}
