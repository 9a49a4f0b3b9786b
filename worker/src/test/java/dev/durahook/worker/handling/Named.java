package dev.durahook.worker.handling;

import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.util.List;

/** A handler with a given name. */
record Named(String name) implements EventHandler {

    @Override
    public List<String> eventTypes() {
        return List.of("other.*");
    }

    @Override
    public String handle(EventAttempt attempt) {
        return "handled";
    }
}
