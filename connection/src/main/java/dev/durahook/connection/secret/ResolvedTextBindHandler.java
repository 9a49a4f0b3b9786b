package dev.durahook.connection.secret;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Refuses a text with a placeholder that Spring can't resolve. Spring leaves such a placeholder in the text, so a URL
 * or a header would be sent with the variable's name in it, and a stranger could guess a secret.
 */
public final class ResolvedTextBindHandler extends AbstractBindHandler {

    /** Checks a text that another handler has bound. */
    public ResolvedTextBindHandler(BindHandler parent) {
        super(parent);
    }

    /**
     * Refuses a text that holds a placeholder.
     *
     * @throws InvalidTextException with the remedy
     */
    public static void check(String text) {
        if (text.contains("${")) {
            throw new InvalidTextException("holds a placeholder that nothing resolves: set the variable it names");
        }
    }

    /** Refuses a text with an {@link InvalidTextException}, which the binder wraps with the key. */
    @Override
    public @Nullable Object onSuccess(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        texts(result).forEach(ResolvedTextBindHandler::check);
        return super.onSuccess(name, target, context, result);
    }

    // A list may be written as one text with commas, which is bound as a whole. A path is converted before it is looked
    // at.
    private static Stream<String> texts(Object result) {
        Stream<?> values = result instanceof Collection<?> list ? list.stream() : Stream.of(result);
        return values.filter(value -> value instanceof String || value instanceof Path)
                .map(Object::toString);
    }
}
