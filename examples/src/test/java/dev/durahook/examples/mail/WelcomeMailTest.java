package dev.durahook.examples.mail;

import static java.time.Duration.ofSeconds;

import dev.durahook.testing.processing.ProcessedEvent;
import dev.durahook.testing.processing.TestPolicy;
import dev.durahook.testing.processing.TestWorker;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WelcomeMailTest {

    private static final String TYPE = "webhook.customer_created";
    private static final String ALICE =
            "{\"data\": {\"id\": 7, \"email\": \"alice@example.com\", \"name\": \"Alice\"}}";

    private boolean mailServerIsDown;

    private final TestWorker worker = TestWorker.of(new WelcomeMail((address, subject, key) -> {
                if (mailServerIsDown) {
                    throw new IOException("The mail server does not answer");
                }
            }))
            .under("default", TestPolicy.attempts(3));

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void customerIsWelcomed() {
        worker.process(TYPE, ALICE).assertCompleted("mailed customer 7").assertAttempts(1);
    }

    @Test
    void mailWaitsForItsServer() {
        mailServerIsDown = true;
        ProcessedEvent event = worker.process(TYPE, ALICE)
                .assertAttempts(3)
                .assertDelays(ofSeconds(10), ofSeconds(20))
                .assertParked(IOException.class);
        mailServerIsDown = false;
        event.retry().assertCompleted();
    }

    @Test
    void customerWithoutAnAddressIsParkedAtOnce() {
        worker.process(TYPE, "{\"data\": {\"id\": 8}}").assertAttempts(1).assertParked("Refused");
        worker.process(TYPE, "{}").assertAttempts(1).assertParked("Refused");
    }
}
