package dev.durahook.reliability.handler;

import dev.durahook.ledger.JdbcLedger;
import dev.durahook.ledger.Ledger;
import dev.durahook.reliability.record.BodyHash;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.util.List;
import org.springframework.stereotype.Component;

/** Adds a row for each event, once for each key of the ledger. */
@Component
public class BookHandler implements EventHandler {

    private final Ledger ledger = new JdbcLedger(LedgerDatabase.at(System.getProperty(LedgerDatabase.URL)));

    @Override
    public String name() {
        return "book";
    }

    @Override
    public List<String> eventTypes() {
        return List.of("shop.booked");
    }

    @Override
    public String handle(EventAttempt attempt) {
        String key = attempt.idempotencyKey();
        String eventId = attempt.event().id();
        String body = BodyHash.of(attempt.bytes());
        return ledger.once(key, connection -> LedgerDatabase.addEffect(connection, key, eventId, body))
                .result();
    }
}
