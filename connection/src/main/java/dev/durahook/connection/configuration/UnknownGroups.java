package dev.durahook.connection.configuration;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Stops the start if a group of keys is misspelt, such as {@code durahook.source}: the receiver would otherwise start
 * silently without its sources. A value in place of a group of keys stops the start, too. Receiver and worker may share
 * one configuration, so each accepts the other's keys. The keys below a group are checked where they are bound.
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

    /** The groups that are values themselves, and have no keys. */
    private static final Set<String> VALUES = Set.of("unhandled", "redact", "redact-files");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        check(environment);
    }

    /**
     * Checks an environment whose values have been read.
     *
     * @throws InvalidConfigurationException if a group is not known, or is a value instead of a group of keys
     */
    public static void check(Environment environment) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource iterable && isWritten(iterable)) {
                iterable.stream().filter(UnknownGroups::isUnknown).findFirst().ifPresent(key -> refuse(iterable, key));
                iterable.stream()
                        .filter(key -> isValue(iterable, key))
                        .findFirst()
                        .ifPresent(key -> refuseValue(iterable, key));
            }
        }
    }

    /** The groups of keys, such as {@code durahook.http}. */
    static Stream<ConfigurationPropertyName> keys() {
        return GROUPS.stream().map(ROOT::append);
    }

    // Environment variables and system properties are not checked, because other programs may use the prefix too.
    private static boolean isWritten(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> properties
                && !properties.getName().contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
                && !properties.getName().contains(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    }

    private static boolean isUnknown(ConfigurationPropertyName key) {
        return ROOT.isAncestorOf(key) && keys().noneMatch(key.chop(2)::equals);
    }

    // An empty value is a group without keys: in YAML, all of them may be comments. In a folder of files, each of
    // which is a value, a file may have the name of a group by chance.
    private static boolean isValue(ConfigurationPropertySource source, ConfigurationPropertyName key) {
        if (source.getUnderlyingSource() instanceof ConfigTreePropertySource) {
            return false;
        }
        boolean isGroup = ROOT.equals(key)
                || (ROOT.isParentOf(key) && VALUES.stream().map(ROOT::append).noneMatch(key::equals));
        ConfigurationProperty property = isGroup ? source.getConfigurationProperty(key) : null;
        return property != null && !property.getValue().toString().isBlank();
    }

    private static void refuseValue(ConfigurationPropertySource source, ConfigurationPropertyName key) {
        throw InvalidConfigurationException.ofKey(
                key.toString(),
                "(" + origin(source) + ") has a value, but is a group of keys, so the value would have no effect.",
                "Write the group's keys below it, each further indented in YAML; docs/operations.md lists them.");
    }

    private static String origin(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> properties
                ? properties.getName()
                : "configuration";
    }

    private static void refuse(ConfigurationPropertySource source, ConfigurationPropertyName key) {
        throw InvalidConfigurationException.ofKey(
                key.toString(),
                "(" + origin(source) + ") is not a key of Durahook.",
                "Correct or remove the key. Known keys begin with "
                        + GROUPS.stream().map("durahook."::concat).sorted().collect(Collectors.joining(", "))
                        + "; docs/operations.md lists them.");
    }
}
