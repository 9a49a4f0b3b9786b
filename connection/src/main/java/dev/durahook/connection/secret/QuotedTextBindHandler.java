package dev.durahook.connection.secret;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.ResolvableType;

/**
 * Refuses a text of the configuration that YAML has changed. Without quotation marks, YAML reads 0123 as the number 83,
 * 1e10 as 1.0E10 and yes as true, and Spring turns the result into a text. A secret must be in quotation marks in any
 * case, another text only if YAML would change it.
 */
public final class QuotedTextBindHandler extends AbstractBindHandler {

    private static final Set<String> SECRETS = Set.of("secrets", "verify-token", "redact");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^${}:]+)[:}]");

    private final Set<Class<?>> types;

    /**
     * Checks a text before another handler binds it.
     *
     * @param types the types whose values are made from a text; the text must be in quotation marks, as a secret must
     */
    public QuotedTextBindHandler(BindHandler parent, Class<?>... types) {
        super(parent);
        this.types = Set.copyOf(Arrays.asList(types));
    }

    /** Refuses a text with an {@link InvalidTextException}, which the binder wraps with the key. */
    @Override
    public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
        if (isText(target)) {
            property(name, context)
                    .ifPresent(property -> check(property, isSecret(name) || !isString(target), context));
        }
        return super.onStart(name, target, context);
    }

    private static void check(ConfigurationProperty property, boolean isSecret, BindContext context) {
        if (!UnquotedValue.isText(property)) {
            UnquotedValue written = new UnquotedValue(property);
            if (isSecret || !written.isUnchanged()) {
                throw new InvalidTextException(written.problem());
            }
        }
        PLACEHOLDER
                .matcher(property.getValue().toString())
                .results()
                .map(placeholder -> ConfigurationPropertyName.adapt(placeholder.group(1), '.'))
                .forEach(name -> property(name, context).ifPresent(other -> checkOther(name, other)));
    }

    private static void checkOther(ConfigurationPropertyName name, ConfigurationProperty other) {
        UnquotedValue written = new UnquotedValue(other);
        if (!UnquotedValue.isText(other) && !written.isUnchanged()) {
            throw new InvalidTextException("refers to " + name + ", which " + written.problem());
        }
    }

    private static Optional<ConfigurationProperty> property(ConfigurationPropertyName name, BindContext context) {
        return StreamSupport.stream(context.getSources().spliterator(), false)
                .map(source -> source.getConfigurationProperty(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private boolean isText(Bindable<?> target) {
        return isString(target) || types.contains(element(target));
    }

    private static boolean isString(Bindable<?> target) {
        return element(target) == String.class;
    }

    private static Class<?> element(Bindable<?> target) {
        ResolvableType type = target.getType();
        return type.asCollection().resolveGeneric() == null
                ? type.resolve(Object.class)
                : type.asCollection().getGeneric().resolve(Object.class);
    }

    private static boolean isSecret(ConfigurationPropertyName name) {
        for (int i = 0; i < name.getNumberOfElements(); i++) {
            if (SECRETS.contains(name.getElement(i, Form.DASHED))) {
                return true;
            }
        }
        return false;
    }
}
