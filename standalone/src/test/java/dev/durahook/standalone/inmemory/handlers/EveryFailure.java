package dev.durahook.standalone.inmemory.handlers;

import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.Failures;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Fails in each of the ways that docs/add-an-event-type.md lists. The event's type says which. */
@Component
public class EveryFailure implements EventHandler {

    @Override
    public String name() {
        return "every-failure";
    }

    @Override
    public List<String> eventTypes() {
        return List.of("webhook.fail_*");
    }

    @Override
    public String policy() {
        return "quick";
    }

    @Override
    public String handle(EventAttempt attempt) throws Exception {
        return switch (attempt.event().type()) {
            case "webhook.fail_twice" -> third(attempt);
            case "webhook.fail_refused" -> throw Failures.refused("no such customer");
            case "webhook.fail_later" -> later(attempt);
            case "webhook.fail_unreadable" -> attempt.as(Integer.class).toString();
            case "webhook.fail_error" -> throw new StackOverflowError();
            default -> throw new IOException("the mail server is down");
        };
    }

    private static String third(EventAttempt attempt) throws IOException {
        if (attempt.number() < 3) {
            throw new IOException("the mail server is down");
        }
        return "done at " + attempt.number();
    }

    private static String later(EventAttempt attempt) {
        if (attempt.number() == 1) {
            throw Failures.retryIn(Duration.ofMillis(50), "in a moment");
        }
        return "done at " + attempt.number();
    }
}
