package dev.durahook.examples.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.durahook.ledger.Ledger;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.Failures;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An order was paid: its payment is booked, once. */
@Component
class BookPayment implements EventHandler {

    private final Ledger ledger;
    private final Payments payments;

    BookPayment(Ledger ledger, Payments payments) {
        this.ledger = ledger;
        this.payments = payments;
    }

    @Override
    public String name() {
        return "book-payment";
    }

    @Override
    public List<String> eventTypes() {
        return List.of("webhook.order_paid");
    }

    @Override
    public String handle(EventAttempt attempt) throws IOException {
        Order order = attempt.as(OrderPaid.class).data();
        if (order.amount() == null) {
            throw Failures.refused("order " + order.id() + " has no amount");
        }
        return ledger.once(attempt.idempotencyKey(), connection -> {
                    payments.add(connection, order);
                    return "booked " + order.amount() + " for order " + order.id();
                })
                .result();
    }

    /** The fields of the body that this handler reads. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OrderPaid(Order data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Order(long id, @Nullable BigDecimal amount) {}

    /** The store of the payments. */
    interface Payments {

        /** Adds one payment, through this connection only. */
        void add(Connection connection, Order order) throws SQLException;
    }

    /** A table in the ledger's database. */
    @Component
    static class PaymentTable implements Payments {

        @Override
        public void add(Connection connection, Order order) throws SQLException {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO payment (order_id, amount) VALUES (?, ?)")) {
                insert.setLong(1, order.id());
                insert.setBigDecimal(2, order.amount());
                insert.executeUpdate();
            }
        }
    }
}
