package dev.durahook.benchmarks.load.handler;

import dev.durahook.loadsupport.effect.EffectLog;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes every event of the benchmark, and only notes the moment. An event that must be parked fails. */
@Component
public class EffectHandler implements EventHandler {

    /** A part of the name of an event that must be parked. */
    public static final String PARKED = "-parked-";

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
        if (attempt.event().id().contains(PARKED)) {
            throw ApplicationFailure.newNonRetryableFailure("to be parked", "Parked");
        }
        effects.note(attempt.event().id());
        return null;
    }
}
