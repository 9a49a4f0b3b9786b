package dev.durahook.standalone.secrets.handlers;

import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.util.List;
import org.springframework.stereotype.Component;

/** A handler whose failure contains the password of its database, as failures of drivers do. */
@Component
class TellingHandler implements EventHandler {

    @Override
    public String name() {
        return "telling";
    }

    @Override
    public List<String> eventTypes() {
        return List.of("keyed.received");
    }

    @Override
    public String policy() {
        return "once";
    }

    @Override
    public String handle(EventAttempt attempt) {
        String password = System.getProperty("durahook.test.password");
        throw new IllegalStateException(
                "no connection with " + password, new IllegalArgumentException("jdbc:db?password=" + password));
    }
}
