package dev.durahook.standalone.monitoring.handlers;

import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.util.List;
import org.springframework.stereotype.Component;

/** A handler that always fails, so that its events are soon parked. */
@Component
class FailingHandler implements EventHandler {

    @Override
    public String name() {
        return "fail";
    }

    @Override
    public List<String> eventTypes() {
        return List.of("webhook.fail");
    }

    @Override
    public String policy() {
        return "twice";
    }

    @Override
    public String handle(EventAttempt attempt) {
        throw new IllegalStateException("it always fails");
    }
}
