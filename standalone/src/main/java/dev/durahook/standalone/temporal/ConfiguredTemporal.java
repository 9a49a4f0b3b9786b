package dev.durahook.standalone.temporal;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.profile.TemporalEnvironment;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The Temporal whose address is configured. This Temporal is used even if it does not answer: the application
 * connects as soon as Temporal answers.
 */
public final class ConfiguredTemporal implements TemporalCandidate {

    private final ConfigurableEnvironment environment;

    /** Reads the address from this environment. */
    public ConfiguredTemporal(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Optional<Temporal> find() {
        return TemporalEnvironment.isConfigured(environment) ? Optional.of(configured()) : Optional.empty();
    }

    private Temporal configured() {
        String target = environment.getProperty(TemporalEnvironment.TARGET, "");
        if (target.isBlank()) {
            throw new InvalidConfigurationException(
                    TemporalEnvironment.TARGET + " is empty.",
                    "Write host and port, such as 127.0.0.1:7233, or remove the key to find or start a Temporal.");
        }
        return Temporal.lasting(target, null, "the configured one, " + target);
    }
}
