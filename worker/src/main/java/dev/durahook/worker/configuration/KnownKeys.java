package dev.durahook.worker.configuration;

import dev.durahook.connection.secret.QuotedTextBindHandler;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/** Refuses unknown keys. If a misspelt key were ignored, a default would stay in force without any notice. */
public final class KnownKeys {

    private KnownKeys() {}

    /**
     * Reads a group of named entries, and refuses an unknown key below the group.
     *
     * @param group such as {@code durahook.policies}
     * @param type the type of an entry, which defines the known keys
     * @throws org.springframework.boot.context.properties.bind.BindException if there is an unknown key, a text that
     *     YAML reads as something else, or a placeholder without a value; the exception names the key
     */
    public static <T> Map<String, T> bind(Environment environment, String group, Class<T> type) {
        return Binder.get(environment)
                .bind(
                        group,
                        Bindable.mapOf(String.class, type),
                        new ResolvedTexts(new QuotedTextBindHandler(new NoUnboundElementsBindHandler(
                                BindHandler.DEFAULT, new UnboundElementsSourceFilter()))))
                .orElseGet(Map::of);
    }

    /** Refuses an unknown key below a group whose values are read elsewhere, as {@link #bind} does. */
    public static void require(Environment environment, String group, Class<?> type) {
        bind(environment, group, type);
    }
}
