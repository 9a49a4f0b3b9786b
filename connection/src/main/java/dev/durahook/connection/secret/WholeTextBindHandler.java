package dev.durahook.connection.secret;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.ResolvableType;

/**
 * Refuses a list of secrets that is one text with a comma. Spring cuts such a text at each comma, so a password with a
 * comma would become several secrets: a stranger could guess a short one, and the whole password would not verify.
 */
public final class WholeTextBindHandler extends AbstractBindHandler {

    private final Set<Class<?>> types;

    /**
     * Checks a text before another handler binds it.
     *
     * @param types the types of secrets
     */
    public WholeTextBindHandler(BindHandler parent, Class<?>... types) {
        super(parent);
        this.types = Set.copyOf(Arrays.asList(types));
    }

    /** Refuses a text with an {@link InvalidTextException}, which the binder wraps with the key. */
    @Override
    public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
        if (isListOfSecrets(target.getType().asCollection()) && hasComma(name, context)) {
            throw new InvalidTextException("is one text with a comma, at which it would be cut into several secrets:"
                    + " write a list with each secret in quotation marks, such as [\"${SECRET}\"]; in a variable of the"
                    + " environment, write _SECRETS_0, _SECRETS_1 and so on");
        }
        return super.onStart(name, target, context);
    }

    private boolean isListOfSecrets(ResolvableType collection) {
        return collection.hasGenerics()
                && types.contains(collection.getGeneric().resolve(Object.class));
    }

    // The binder resolves placeholders, so that a comma in the value of a variable is seen.
    private static boolean hasComma(ConfigurationPropertyName name, BindContext context) {
        return context.getBinder()
                .bind(name, Bindable.of(String.class), BindHandler.DEFAULT)
                .map(text -> text.contains(","))
                .orElse(false);
    }
}
