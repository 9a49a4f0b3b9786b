package dev.durahook.connection.secret;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/**
 * Refuses an empty value of a key that needs one, such as a duration or a number, and an empty element of a list. Spring
 * takes such a key as not set, so that a secret whose end is the value of an unset variable would never end. An empty
 * variable of the environment leaves the default: the Compose files pass empty variables.
 */
public final class EmptyValueBindHandler extends AbstractBindHandler {

    /** Checks a value before and after another handler binds it. */
    public EmptyValueBindHandler(BindHandler parent) {
        super(parent);
    }

    /**
     * Refuses an empty value with an {@link InvalidTextException}, which the binder wraps with the key. Null, which is an
     * empty variable, leaves the default.
     */
    @Override
    public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
        if (needsValue(target.getType().resolve(Object.class)) && isEmpty(name, context)) {
            if (isWritten(name, context)) {
                throw new InvalidTextException("is empty: give it a value, or leave it out");
            }
            // Spring itself can't convert an empty text into a primitive type. If the other handlers saw no value, they
            // would take the same key in a file for an unknown key.
            super.onStart(name, target, context);
            super.onSuccess(name, target, context, "");
            return null;
        }
        return super.onStart(name, target, context);
    }

    /** Refuses a list with an empty element with an {@link InvalidTextException}. */
    @Override
    public @Nullable Object onSuccess(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        if (result instanceof Collection<?> list && list.stream().anyMatch(Objects::isNull)) {
            throw new InvalidTextException("has an empty element: give it a value, or remove its comma");
        }
        return super.onSuccess(name, target, context, result);
    }

    private static boolean needsValue(Class<?> type) {
        return type == Duration.class
                || type == DataSize.class
                || (ClassUtils.isSimpleValueType(type) && !CharSequence.class.isAssignableFrom(type));
    }

    // The first source that has the key decides about its value.
    private static boolean isWritten(ConfigurationPropertyName name, BindContext context) {
        for (ConfigurationPropertySource source : context.getSources()) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property != null) {
                return !EnvironmentVariables.isIn(source);
            }
        }
        return false;
    }

    // The binder resolves placeholders.
    private static boolean isEmpty(ConfigurationPropertyName name, BindContext context) {
        return context.getBinder()
                .bind(name, Bindable.of(String.class), BindHandler.DEFAULT)
                .map(String::isBlank)
                .orElse(false);
    }
}
