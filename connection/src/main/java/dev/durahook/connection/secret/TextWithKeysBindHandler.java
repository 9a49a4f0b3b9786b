package dev.durahook.connection.secret;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;

/**
 * Refuses a variable of the environment for a key below a value that is written as a text. Spring binds the text and
 * ignores the variable: a secret with the variable {@code ..._SECRETS_0_NOT_AFTER} beside {@code ..._SECRETS_0} would
 * stay valid for ever.
 */
public final class TextWithKeysBindHandler extends AbstractBindHandler {

    private final Set<Class<?>> types;

    /**
     * Checks what another handler has bound.
     *
     * @param types the types whose values may be a text, or have keys
     */
    public TextWithKeysBindHandler(BindHandler parent, Class<?>... types) {
        super(parent);
        this.types = Set.copyOf(Arrays.asList(types));
    }

    /** Refuses a variable with an {@link InvalidTextException}, which the binder wraps with the key of the text. */
    @Override
    public @Nullable Object onSuccess(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        boolean isList = result instanceof Collection<?> list && list.stream().anyMatch(this::mayBeText);
        if (isList || mayBeText(result)) {
            check(name, isList, context.getSources());
        }
        return super.onSuccess(name, target, context, result);
    }

    private boolean mayBeText(Object value) {
        return types.contains(value.getClass());
    }

    // A list counts as a whole: variables replace the text of a file, and the text of a variable replaces any list.
    private static void check(
            ConfigurationPropertyName name, boolean isList, Iterable<ConfigurationPropertySource> sources) {
        boolean isText = StreamSupport.stream(sources.spliterator(), false).anyMatch(source -> holds(source, name));
        EnvironmentVariables.sources(sources)
                .filter(environment -> isList ? holds(environment, name) : isText)
                .flatMap(EnvironmentVariables::namesWithValue)
                .filter(variable -> isBelow(name, variable))
                .findFirst()
                .ifPresent(TextWithKeysBindHandler::refuse);
    }

    private static boolean holds(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        return source.getConfigurationProperty(name) != null;
    }

    private static boolean isBelow(ConfigurationPropertyName name, String variable) {
        String written = variable(variable);
        String key = name.toString();
        return written.startsWith(variable(key + "."))
                || written.startsWith(variable(key.substring(0, key.lastIndexOf('.') + 1))
                        + variable(key.substring(key.lastIndexOf('.') + 1).replace("-", "") + "."));
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[\\W_]+", "_");
    }

    private static void refuse(String variable) {
        throw new InvalidTextException("is a text, so that the variable " + variable
                + " of the environment has no effect: remove the variable, or give the text as the key value beside the"
                + " other keys, in a variable that ends in _VALUE");
    }
}
