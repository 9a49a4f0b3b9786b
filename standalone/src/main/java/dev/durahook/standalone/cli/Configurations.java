package dev.durahook.standalone.cli;

import dev.durahook.standalone.storage.DataDirectory;
import dev.durahook.standalone.storage.GithubSecret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Reads the configuration as the application does when it starts, without starting it. */
final class Configurations {

    private static final String ADDITIONAL = "spring.config.additional-location";

    private final Terminal terminal;

    Configurations(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * The configuration.
     *
     * @param file a configuration file to read in addition to the application's own; {@code null} for none
     */
    ConfigurableEnvironment read(@Nullable String file) {
        Map<String, Object> given = new HashMap<>();
        if (file != null) {
            given.put(ADDITIONAL, existing(file).toUri().toString());
        }
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", given));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        addGithubSecret(environment);
        return environment;
    }

    private static Path existing(String file) {
        Path path = Path.of(file).toAbsolutePath();
        if (!Files.isRegularFile(path)) {
            throw new CommandFailedException("there is no file " + file);
        }
        return path;
    }

    private void addGithubSecret(ConfigurableEnvironment environment) {
        DataDirectory directory = terminal.dataDirectory(environment.getProperty(DataDirectory.KEY));
        GithubSecret.existing(environment, directory)
                .map(secret -> new MapPropertySource("githubSecret", secret.properties()))
                .ifPresent(environment.getPropertySources()::addLast);
    }
}
