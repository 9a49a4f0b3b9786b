package dev.durahook.examples.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.ledger.JdbcLedger;
import dev.durahook.testing.processing.TestEvent;
import dev.durahook.testing.processing.TestWorker;
import dev.durahook.testsupport.program.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The handler with the ledger and the table that it has in production. */
class BookPaymentIT {

    private static final TestEvent PAID = TestEvent.of(
                    "webhook.order_paid", "{\"data\": {\"id\": 17, \"amount\": 9.90}}")
            .withId("evt_1");

    @Test
    void paymentIsStoredOnceAlsoIfItsEventIsHandledAgain() {
        try (Postgres postgres = Postgres.start()) {
            JdbcLedger ledger = new LedgerConfiguration().ledger(postgres.dataSource());
            JdbcClient jdbc = JdbcClient.create(postgres.dataSource());
            jdbc.sql("CREATE TABLE payment (order_id bigint, amount numeric(12, 2))")
                    .update();
            try (TestWorker worker = TestWorker.of(new BookPayment(ledger, new BookPayment.PaymentTable()))) {
                worker.process(PAID).assertCompleted("booked 9.90 for order 17");
                worker.process(PAID).assertCompleted("booked 9.90 for order 17");
            }
            assertThat(jdbc.sql("SELECT count(*) FROM payment")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }
}
