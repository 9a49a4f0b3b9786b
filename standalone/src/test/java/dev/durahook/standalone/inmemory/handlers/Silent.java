package dev.durahook.standalone.inmemory.handlers;

import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** A handler that never answers. */
@Component
public class Silent implements EventHandler {

    @Override
    public String name() {
        return "silent";
    }

    @Override
    public List<String> eventTypes() {
        return List.of("webhook.silent");
    }

    @Override
    public String policy() {
        return "brief";
    }

    @Override
    public String handle(EventAttempt attempt) throws InterruptedException {
        Thread.sleep(Duration.ofMinutes(10).toMillis());
        return "slept";
    }
}
