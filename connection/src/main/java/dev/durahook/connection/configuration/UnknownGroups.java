package dev.durahook.connection.configuration;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Stops the start if a group of keys is misspelt, such as {@code durahook.source}: the receiver would otherwise start
 * silently without its sources. Receiver and worker may share one configuration, so each accepts the other's keys. The
 * keys below a group are checked where they are bound.
 */
public final class UnknownGroups implements EnvironmentPostProcessor {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("durahook");
    /** The names that may follow {@code durahook.}. */
    private static final Set<String> GROUPS = Set.of(
            "sources",
            "acceptance",
            "http",
            "policies",
            "routes",
            "unhandled",
            "destinations",
            "workflows",
            "http-destinations",
            "delivery",
            "redact",
            "redact-files",
            "temporal",
            "worker",
            "standalone");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        check(environment);
    }

    /**
     * Checks an environment whose values have been read.
     *
     * @throws InvalidConfigurationException if a group is not known
     */
    public static void check(Environment environment) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource iterable && isWritten(iterable)) {
                iterable.stream().filter(UnknownGroups::isUnknown).findFirst().ifPresent(key -> refuse(iterable, key));
            }
        }
    }

    // Environment variables and system properties are not checked, because other programs may use the prefix too.
    private static boolean isWritten(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> properties
                && !properties.getName().contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
                && !properties.getName().contains(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    }

    private static boolean isUnknown(ConfigurationPropertyName key) {
        return ROOT.isAncestorOf(key) && GROUPS.stream().map(ROOT::append).noneMatch(key.chop(2)::equals);
    }

    private static void refuse(ConfigurationPropertySource source, ConfigurationPropertyName key) {
        String origin = String.valueOf(
                source.getUnderlyingSource() instanceof PropertySource<?> properties
                        ? properties.getName()
                        : "configuration");
        throw InvalidConfigurationException.ofKey(
                key.toString(),
                "(" + origin + ") is not a key of Durahook.",
                "Correct or remove the key. Known keys begin with "
                        + GROUPS.stream().map("durahook."::concat).sorted().collect(Collectors.joining(", "))
                        + "; docs/operations.md lists them.");
    }
}
