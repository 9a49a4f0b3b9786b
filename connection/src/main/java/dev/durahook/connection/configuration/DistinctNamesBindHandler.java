package dev.durahook.connection.configuration;

import dev.durahook.connection.secret.InvalidTextException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Refuses two entries whose names are one key to Spring, such as my-shop in a file and myshop in a variable of the
 * environment. Spring would make two entries, each with the keys of both: a second source would have the secrets of the
 * first, and recorded events could be sent to it once more.
 */
final class DistinctNamesBindHandler extends AbstractBindHandler {

    /** Checks what another handler has bound. */
    DistinctNamesBindHandler(BindHandler parent) {
        super(parent);
    }

    /** Refuses a map with an {@link InvalidTextException}, which the binder wraps with the map's key. */
    @Override
    public @Nullable Object onSuccess(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        if (result instanceof Map<?, ?> entries) {
            check(name, entries.keySet());
        }
        return super.onSuccess(name, target, context, result);
    }

    /**
     * Compares the names of a group.
     *
     * @throws InvalidTextException if two names are one key to Spring
     */
    static void check(ConfigurationPropertyName group, Collection<?> names) {
        Map<String, String> known = new HashMap<>();
        for (Object key : names) {
            String name = key.toString();
            String other = known.put(uniform(name), name);
            if (other != null) {
                throw new InvalidTextException(problem(group, other, name));
            }
        }
    }

    // Spring ignores these only in a name without other characters, which need no brackets.
    private static String uniform(String name) {
        return name.matches("[\\w-]+") ? name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT) : name;
    }

    private static String problem(ConfigurationPropertyName group, String one, String other) {
        String written = one.length() > other.length() ? one : other;
        String variable = (group + "." + written).toUpperCase(Locale.ROOT).replaceAll("\\W", "_");
        return "has the names " + one + " and " + other + ", which are one key to Spring, because it ignores hyphens,"
                + " underscores and capital letters: keep one of the two names. In a variable of the environment, write an"
                + " underscore for each hyphen, so that it begins with " + variable + "_";
    }
}
