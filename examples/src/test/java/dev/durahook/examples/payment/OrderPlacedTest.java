package dev.durahook.examples.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.examples.payment.OrderPlaced.OrderPlacedWorkflow;
import dev.durahook.testing.processing.ProcessedEvent;
import dev.durahook.testing.processing.TestEvent;
import dev.durahook.testing.processing.TestWorker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderPlacedTest {

    private static final TestEvent ORDER = TestEvent.of("webhook.order_placed", "{\"number\": 17}");

    private final TestWorker worker = TestWorker.of(OrderPlacedWorkflow.class);

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void orderThatIsNotPaidIsGivenUpAfterThreeDays() {
        worker.process(ORDER).assertCompleted("never paid");
    }

    @Test
    void orderWaitsForItsPayment() {
        ProcessedEvent order = worker.start(ORDER).letPass(Duration.ofDays(2));
        assertThat(order.details()).contains("For `the payment of order 17`");
        order.workflow().signal("paid");
        order.await().assertCompleted("paid");
    }
}
