package dev.durahook.connection.configuration;

import dev.durahook.connection.secret.InvalidTextException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;

/**
 * Refuses two entries whose names are one key to Spring, such as my-shop in a file and myshop in a variable of the
 * environment. Spring would make two entries, each with the keys of both: a second source would have the secrets of the
 * first, and recorded events could be sent to it once more.
 */
final class DistinctNamesBindHandler extends AbstractBindHandler {

    /** A name that a variable of the environment may have made: Spring knows its letters and digits only. */
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+");

    private static final Pattern WITH_HYPHENS = Pattern.compile("[a-z0-9-]+");

    /** Checks what another handler has bound. */
    DistinctNamesBindHandler(BindHandler parent) {
        super(parent);
    }

    /** Refuses a map with an {@link InvalidTextException}, which the binder wraps with the map's key. */
    @Override
    public @Nullable Object onSuccess(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        if (result instanceof Map<?, ?> entries) {
            check(name, entries.keySet(), context.getSources());
        }
        return super.onSuccess(name, target, context, result);
    }

    /**
     * Compares the names of a group as Spring compares them, which depends on how they are written: a name in brackets
     * is another key.
     *
     * @param names the names of the entries that were bound
     * @param sources where they are written
     * @throws InvalidTextException if two names are one key to Spring
     */
    static void check(
            ConfigurationPropertyName group, Collection<?> names, Iterable<ConfigurationPropertySource> sources) {
        Map<ConfigurationPropertyName, String> known = new HashMap<>();
        for (ConfigurationPropertySource source : sources) {
            if (source instanceof IterableConfigurationPropertySource iterable) {
                iterable.stream()
                        .filter(group::isAncestorOf)
                        .map(key -> key.chop(group.getNumberOfElements() + 1))
                        .forEach(entry -> check(group, names, known, entry));
            }
        }
    }

    private static void check(
            ConfigurationPropertyName group,
            Collection<?> names,
            Map<ConfigurationPropertyName, String> known,
            ConfigurationPropertyName entry) {
        String name = entry.getLastElement(Form.ORIGINAL);
        String other = names.contains(name) ? known.putIfAbsent(entry, name) : null;
        if (other != null && !other.equals(name)) {
            throw new InvalidTextException(
                    PLAIN.matcher(other).matches() ? problem(group, name, other) : problem(group, other, name));
        }
    }

    private static String problem(ConfigurationPropertyName group, String one, String other) {
        return "has the names " + one + " and " + other + ", which are one key to Spring, because it ignores hyphens,"
                + " underscores and capital letters: keep one of the two names"
                + (PLAIN.matcher(other).matches() ? remedy(group + "." + one, one) : "");
    }

    private static String remedy(String entry, String name) {
        return WITH_HYPHENS.matcher(name).matches()
                ? ". In a variable of the environment, write an underscore for each hyphen, so that it begins with "
                        + DeclaredNamesBindHandler.variable(entry)
                : ". No variable of the environment can set a key of " + name
                        + ": write the key into a file, or give it as an argument that begins with --" + entry;
    }
}
