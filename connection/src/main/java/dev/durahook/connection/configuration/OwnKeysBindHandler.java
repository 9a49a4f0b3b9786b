package dev.durahook.connection.configuration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Refuses what {@link KnownKeys#checked} refuses in keys of Durahook that Spring Boot itself binds, and warns of
 * variables that set none of them. The keys of the application and of Spring are left alone.
 */
final class OwnKeysBindHandler extends AbstractBindHandler {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("durahook");

    private final BindHandler others;
    private final BindHandler own;

    /** Checks a value around another handler. */
    OwnKeysBindHandler(BindHandler parent) {
        super(parent);
        this.others = parent;
        this.own = new UnknownVariablesBindHandler(KnownKeys.checked(parent), variable -> false);
    }

    @Override
    public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
        return of(name).onStart(name, target, context);
    }

    @Override
    public @Nullable Object onSuccess(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        return of(name).onSuccess(name, target, context, result);
    }

    @Override
    public @Nullable Object onFailure(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) throws Exception {
        return of(name).onFailure(name, target, context, error);
    }

    @Override
    public void onFinish(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, @Nullable Object result)
            throws Exception {
        of(name).onFinish(name, target, context, result);
    }

    private BindHandler of(ConfigurationPropertyName name) {
        return ROOT.equals(name) || ROOT.isAncestorOf(name) ? own : others;
    }
}
