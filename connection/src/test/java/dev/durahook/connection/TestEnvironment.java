package dev.durahook.connection;

import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A Spring environment with exactly these environment variables instead of those of the machine. */
public final class TestEnvironment {

    private TestEnvironment() {}

    public static ConfigurableEnvironment with(Map<String, String> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment
                .getPropertySources()
                .replace(name, new SystemEnvironmentPropertySource(name, Map.<String, Object>copyOf(variables)));
        return environment;
    }

    /** The same, with a file of configuration. */
    public static ConfigurableEnvironment with(Map<String, String> file, Map<String, String> variables) {
        ConfigurableEnvironment environment = with(variables);
        environment.getPropertySources().addLast(new MapPropertySource("file", Map.<String, Object>copyOf(file)));
        return environment;
    }
}
