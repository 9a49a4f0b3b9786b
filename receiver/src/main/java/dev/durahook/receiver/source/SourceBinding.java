package dev.durahook.receiver.source;

import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.QuotedTextBindHandler;
import dev.durahook.receiver.signature.InvalidRuleException;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.IgnoreTopLevelConverterNotFoundBindHandler;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/**
 * Reads {@code durahook.sources} strictly: a key that nobody knows stops the start.
 *
 * <p>Not left to {@code @EnableConfigurationProperties}, whose messages quote the value at the key that is wrong. Under
 * {@code secret}, a slip for {@code secrets}, that value is the secret.
 */
final class SourceBinding {

    private SourceBinding() {}

    /**
     * The declared sources, by name, in the order they were declared.
     *
     * @throws InvalidSourceException naming the key and the remedy
     */
    static Map<String, SourceProperties> of(Environment environment) {
        try {
            return Binder.get(environment)
                    .bind(
                            SourceKeys.ALL,
                            Bindable.mapOf(String.class, SourceProperties.class),
                            new QuotedTextBindHandler(
                                    new NoUnboundElementsBindHandler(
                                            new IgnoreTopLevelConverterNotFoundBindHandler(),
                                            new UnboundElementsSourceFilter()),
                                    DeclaredSecret.class))
                    .orElseGet(Map::of);
        } catch (BindException e) {
            throw invalid(e);
        }
    }

    private static InvalidSourceException invalid(BindException e) {
        if (e.getCause() instanceof UnboundConfigurationPropertiesException unknown) {
            return new InvalidSourceException(unknownKeys(unknown), "is not known: look for a slip of the pen");
        }
        return new InvalidSourceException(e.getName().toString(), remedy(e));
    }

    private static String unknownKeys(UnboundConfigurationPropertiesException unknown) {
        return unknown.getUnboundProperties().stream()
                .map(property -> property.getName().toString())
                .collect(Collectors.joining(", "));
    }

    private static String remedy(BindException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidRuleException invalid) {
                return invalid.problem();
            }
            if (cause instanceof InvalidTextException invalid) {
                return invalid.problem();
            }
        }
        return "can't be read as " + e.getTarget().getType() + ": look at the form of its value";
    }
}
