package dev.durahook.standalone.operations.handlers;

import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.util.List;
import org.springframework.stereotype.Component;

/** The handler whose task queue the runbook names. No test sends an event to it. */
@Component
public class WelcomeMail implements EventHandler {

    @Override
    public String name() {
        return "welcome-mail";
    }

    @Override
    public List<String> eventTypes() {
        return List.of("webhook.customer_created");
    }

    @Override
    public String handle(EventAttempt attempt) {
        return "sent";
    }
}
