package dev.durahook.connection.profile;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import io.temporal.serviceclient.GrpcCompression;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.IgnoreTopLevelConverterNotFoundBindHandler;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/**
 * The settings of the connection that neither the Temporal CLI's variables nor the starter's keys offer.
 *
 * @param apiKeyFile a file that holds the API key, instead of TEMPORAL_API_KEY. It is read at each call, so
 *     that a key can be replaced without a restart
 * @param grpcCompression whether requests to Temporal, and its answers, are compressed. By default they are, unless
 *     Temporal's address is on this machine
 */
@ConfigurationProperties(ConnectionKeys.PREFIX)
record ConnectionKeys(@Nullable Path apiKeyFile, @Nullable GrpcCompression grpcCompression) {

    static final String PREFIX = "durahook.temporal";
    static final String API_KEY_FILE = PREFIX + ".api-key-file";

    private static final String COMPRESSION = PREFIX + ".grpc-compression";
    private static final Set<String> COMPRESSIONS = Set.of("gzip", "none");

    // Bound here and not as a bean, because the profile, which sets the starter's keys, is loaded before
    // there are beans.
    static ConnectionKeys of(Environment environment) {
        requireCompression(environment.getProperty(COMPRESSION));
        ConnectionKeys keys = Binder.get(environment)
                .bind(
                        PREFIX,
                        Bindable.of(ConnectionKeys.class),
                        new NoUnboundElementsBindHandler(
                                new IgnoreTopLevelConverterNotFoundBindHandler(), new UnboundElementsSourceFilter()))
                .orElseGet(() -> new ConnectionKeys(null, null));
        // A Compose file passes a variable that is not set as an empty one.
        return keys.apiKeyFile == null || keys.apiKeyFile.toString().isBlank()
                ? new ConnectionKeys(null, keys.grpcCompression)
                : keys;
    }

    private static void requireCompression(@Nullable String value) {
        if (value != null && !value.isBlank() && !COMPRESSIONS.contains(value.toLowerCase(Locale.ROOT))) {
            throw InvalidConfigurationException.ofKey(
                    COMPRESSION, "is not a known compression; use gzip or none", "Correct the value.");
        }
    }
}
