package dev.durahook.worker.configuration;

import dev.durahook.connection.secret.InvalidTextException;
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
 * or a header would be sent with the variable's name in it.
 */
final class ResolvedTexts extends AbstractBindHandler {

    ResolvedTexts(BindHandler parent) {
        super(parent);
    }

    @Override
    public @Nullable Object onSuccess(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        if (texts(result).anyMatch(text -> text.contains("${"))) {
            throw new InvalidTextException("holds a placeholder that nothing resolves: set the variable it names");
        }
        return super.onSuccess(name, target, context, result);
    }

    // A list may be written as one text with commas, which is bound as a whole.
    private static Stream<String> texts(Object result) {
        Stream<?> values = result instanceof Collection<?> list ? list.stream() : Stream.of(result);
        return values.filter(String.class::isInstance).map(String.class::cast);
    }
}
