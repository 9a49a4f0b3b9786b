package dev.durahook.standalone.temporal;

import dev.durahook.connection.TemporalEnvironment;
import dev.durahook.standalone.failure.StartFailedException;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;

/** The Temporal that somebody asked for. It is used even if it doesn't answer: the application recovers by itself. */
final class ConfiguredTemporal implements TemporalCandidate {

    private final ConfigurableEnvironment environment;

    ConfiguredTemporal(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Optional<Temporal> find() {
        return TemporalEnvironment.isConfigured(environment) ? Optional.of(configured()) : Optional.empty();
    }

    private Temporal configured() {
        String target = environment.getProperty(TemporalEnvironment.TARGET, "");
        if (target.isBlank()) {
            throw new StartFailedException(
                    TemporalEnvironment.TARGET + " is empty.",
                    "Write host and port, such as 127.0.0.1:7233, or remove the key to have a Temporal found.",
                    null);
        }
        return Temporal.lasting(target, null, "the one that is configured, " + target);
    }
}
