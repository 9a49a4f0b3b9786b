package dev.durahook.connection;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/**
 * What neither the CLI's variables nor the starter's keys can say of the connection.
 *
 * @param apiKeyFile a file that holds the API key, read at each call, so that a key can be replaced without a restart;
 *     instead of {@code TEMPORAL_API_KEY}
 */
@ConfigurationProperties(ConnectionKeys.PREFIX)
record ConnectionKeys(@Nullable Path apiKeyFile) {

    static final String PREFIX = "durahook.temporal";
    static final String API_KEY_FILE = PREFIX + ".api-key-file";

    // Read before there are beans: the profile decides on the starter's keys.
    static ConnectionKeys of(Environment environment) {
        ConnectionKeys keys = Binder.get(environment)
                .bind(
                        PREFIX,
                        Bindable.of(ConnectionKeys.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()))
                .orElseGet(() -> new ConnectionKeys(null));
        // As a Compose file leaves a variable behind that is not set.
        return keys.apiKeyFile == null || keys.apiKeyFile.toString().isBlank() ? new ConnectionKeys(null) : keys;
    }
}
