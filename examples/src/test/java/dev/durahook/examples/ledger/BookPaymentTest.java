package dev.durahook.examples.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testing.ledger.InMemoryLedger;
import dev.durahook.testing.processing.TestEvent;
import dev.durahook.testing.processing.TestWorker;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BookPaymentTest {

    private static final TestEvent PAID = TestEvent.of(
                    "webhook.order_paid", "{\"data\": {\"id\": 17, \"amount\": 9.90}}")
            .withId("evt_1");

    private final List<Long> paidOrders = new ArrayList<>();
    private boolean databaseIsDown;

    private final TestWorker worker = TestWorker.of(new BookPayment(new InMemoryLedger(), (connection, order) -> {
        if (databaseIsDown) {
            databaseIsDown = false;
            throw new SQLException("The database is starting up");
        }
        paidOrders.add(order.id());
    }));

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void paymentIsBookedOnceAlsoIfItsEventIsHandledAgain() {
        worker.process(PAID).assertCompleted("booked 9.90 for order 17");
        worker.process(PAID).assertCompleted("booked 9.90 for order 17");
        assertThat(paidOrders).containsExactly(17L);
    }

    @Test
    void paymentThatFailedIsTriedAgain() {
        databaseIsDown = true;
        worker.process(PAID).assertAttempts(2).assertCompleted();
        assertThat(paidOrders).containsExactly(17L);
    }

    @Test
    void paymentWithoutAnAmountIsRefused() {
        worker.process("webhook.order_paid", "{\"data\": {\"id\": 17}}")
                .assertAttempts(1)
                .assertParked("Refused");
        assertThat(paidOrders).isEmpty();
    }
}
