package dev.durahook.testing.processing;

import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.Failures;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A handler as an author could write it, with each way to fail. */
final class WelcomeMail implements EventHandler {

    volatile boolean serverDown;

    @Override
    public String name() {
        return "welcome-mail";
    }

    @Override
    public List<String> eventTypes() {
        return List.of("shop.customer_*");
    }

    @Override
    public String policy() {
        return "mail";
    }

    @Override
    public String handle(EventAttempt attempt) throws Exception {
        String customer = attempt.json().path("id").asText();
        switch (customer) {
            case "refused" -> throw Failures.refused("no address");
            case "broken" -> throw new IOException("broken pipe");
            case "later" -> {
                if (attempt.number() == 1) {
                    throw Failures.retryIn(Duration.ofHours(1), "quota");
                }
            }
            case "loops" -> throw new StackOverflowError("of the author's");
            default -> {
                if (serverDown) {
                    throw ApplicationFailure.newFailure("no answer", "MailServerDown");
                }
            }
        }
        return "mailed " + customer + header(attempt);
    }

    private static String header(EventAttempt attempt) {
        return attempt.event().headers().getOrDefault("x-lang", "")
                + attempt.event().envelope().getOrDefault("/shop", "");
    }
}
