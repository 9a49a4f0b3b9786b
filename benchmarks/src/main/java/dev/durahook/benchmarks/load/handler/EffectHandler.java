package dev.durahook.benchmarks.load.handler;

import dev.durahook.benchmarks.load.effect.EffectLog;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes every event of the benchmark, and only notes the moment. */
@Component
public class EffectHandler implements EventHandler {

    private final EffectLog effects = EffectLog.configured();

    @Override
    public String name() {
        return "effect";
    }

    @Override
    public List<String> eventTypes() {
        return List.of("github.*");
    }

    @Override
    public @Nullable String handle(EventAttempt attempt) {
        effects.note(attempt.event().id());
        return null;
    }
}
