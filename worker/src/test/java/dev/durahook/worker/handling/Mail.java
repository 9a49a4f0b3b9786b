package dev.durahook.worker.handling;

import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.util.List;

/** A handler with its own share of the worker. */
public record Mail(int concurrency) implements EventHandler {

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public List<String> eventTypes() {
        return List.of("shop.*");
    }

    @Override
    public String handle(EventAttempt attempt) {
        return "sent";
    }
}
