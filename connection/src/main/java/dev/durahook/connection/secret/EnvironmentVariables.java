package dev.durahook.connection.secret;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The variables of the environment among the sources of a binding. */
public final class EnvironmentVariables {

    private EnvironmentVariables() {}

    /** Whether a source holds variables of the environment. */
    public static boolean isIn(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
    }

    /** The sources that hold variables of the environment. */
    public static Stream<ConfigurationPropertySource> sources(Iterable<ConfigurationPropertySource> all) {
        return StreamSupport.stream(all.spliterator(), false).filter(EnvironmentVariables::isIn);
    }

    /** The names of a source's variables, as they are written. */
    public static Stream<String> names(ConfigurationPropertySource environment) {
        return Arrays.stream(underlying(environment).getPropertyNames());
    }

    /** The names of a source's variables that have a value: an empty variable counts as not set. */
    public static Stream<String> namesWithValue(ConfigurationPropertySource environment) {
        return names(environment).filter(name -> !value(environment, name).isEmpty());
    }

    /** The value of a source's variable; empty if there is none. */
    public static String value(ConfigurationPropertySource environment, String name) {
        return Objects.toString(underlying(environment).getProperty(name), "");
    }

    private static SystemEnvironmentPropertySource underlying(ConfigurationPropertySource environment) {
        return (SystemEnvironmentPropertySource) Objects.requireNonNull(environment.getUnderlyingSource());
    }
}
