package dev.durahook.examples.delivery;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.durahook.testing.processing.TestConfiguration;
import dev.durahook.testing.processing.TestWorker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderDeliveryTest {

    private static final TestConfiguration DELIVERY =
            TestConfiguration.of("delivery").with("CRM_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private final TestWorker worker = TestWorker.of().configuredBy(DELIVERY);

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void orderIsDeliveredOnceTheCrmAnswers() {
        worker.destination("crm").answers(503, 503, 204);
        worker.process("webhook.order_paid", "{\"data\": {\"id\": 17}}")
                .assertCompleted()
                .assertDelays(ofSeconds(5), ofMinutes(5));
    }

    @Test
    void orderIsParkedIfTheCrmIsGone() {
        worker.destination("crm").answers(410);
        worker.process("webhook.order_paid", "{\"data\": {\"id\": 17}}").assertParked("DestinationGone");
    }
}
