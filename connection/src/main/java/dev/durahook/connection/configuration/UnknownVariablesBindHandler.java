package dev.durahook.connection.configuration;

import dev.durahook.connection.secret.EnvironmentVariables;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.origin.PropertySourceOrigin;

/**
 * Warns of variables of the environment that look like keys of a group but set none of them, such as
 * {@code DURAHOOK_ACCEPTANCE_CONCURENCY}. They don't stop the start as an unknown key in a file does, because a variable
 * may belong to another program.
 */
final class UnknownVariablesBindHandler extends AbstractBindHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownVariablesBindHandler.class);
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("durahook");

    /**
     * The variables that Kubernetes makes for a Service named like {@code durahook-worker}.
     *
     * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables">Environment
     *     variables of Services</a>
     */
    private static final Pattern OF_A_SERVICE =
            Pattern.compile(".*_SERVICE_(HOST|PORT(_\\w+)?)|.*_PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?");

    private static final Pattern ADDRESS_OF_A_SERVICE = Pattern.compile("(tcp|udp|sctp)://.*");

    private final Predicate<String> isOthers;
    private final Set<String> used = new HashSet<>();

    /**
     * Checks the variables around another handler.
     *
     * @param isOthers tells whether a variable, in capital letters, sets a key that is read elsewhere
     */
    UnknownVariablesBindHandler(BindHandler parent, Predicate<String> isOthers) {
        super(parent);
        this.isOthers = isOthers;
    }

    @Override
    public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
        EnvironmentVariables.sources(context.getSources())
                .flatMap(source -> Stream.ofNullable(source.getConfigurationProperty(name)))
                .forEach(property -> Stream.ofNullable(property.getOrigin())
                        .filter(PropertySourceOrigin.class::isInstance)
                        .map(origin -> ((PropertySourceOrigin) origin).getPropertyName())
                        .forEach(used::add));
        return super.onStart(name, target, context);
    }

    @Override
    public void onFinish(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, @Nullable Object result)
            throws Exception {
        super.onFinish(name, target, context, result);
        if (context.getDepth() == 0 && ROOT.isAncestorOf(name)) {
            unknown(name, context.getSources())
                    .forEach(variable -> LOG.warn(
                            "The variable {} of the environment is ignored, because it sets no key of {}: check its"
                                    + " spelling, or write the key into a file",
                            variable,
                            name));
        }
    }

    private Stream<String> unknown(ConfigurationPropertyName group, Iterable<ConfigurationPropertySource> sources) {
        return EnvironmentVariables.sources(sources)
                .flatMap(environment -> EnvironmentVariables.names(environment)
                        .filter(name -> isBelow(group, name))
                        .filter(name -> !used.contains(name))
                        .filter(name -> !isOfAService(name, EnvironmentVariables.value(environment, name))));
    }

    // The variables of durahook.http-destinations begin like those of durahook.http.
    private boolean isBelow(ConfigurationPropertyName group, String name) {
        String variable = name.toUpperCase(Locale.ROOT);
        return isBelow(group.toString(), variable)
                && UnknownGroups.keys()
                        .map(ConfigurationPropertyName::toString)
                        .filter(other -> other.startsWith(group + "-"))
                        .noneMatch(other -> isBelow(other, variable))
                && !isOthers.test(variable);
    }

    /** Whether a variable, in capital letters, is one for a key below another; hyphens may be underscores or missing. */
    static boolean isBelow(String key, String variable) {
        return List.of(key, key.replace("-", "")).stream()
                .map(DeclaredNamesBindHandler::variable)
                .anyMatch(variable::startsWith);
    }

    private static boolean isOfAService(String name, String value) {
        return OF_A_SERVICE.matcher(name).matches()
                || ADDRESS_OF_A_SERVICE.matcher(value).matches();
    }
}
