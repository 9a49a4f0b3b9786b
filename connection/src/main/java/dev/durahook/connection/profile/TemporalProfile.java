package dev.durahook.connection.profile;

import io.temporal.envconfig.ClientConfigTLS;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the connection from the Temporal CLI's environment variables, the file that they may name, and
 * Durahook's own keys.
 *
 * @param address Temporal's address
 * @param namespace the namespace
 * @param apiKey the source of the API key
 * @param metadata additional headers of each call, by lower-case name; may be secrets
 * @param tls the TLS settings; may hold a private key
 */
record TemporalProfile(
        @Nullable String address,
        @Nullable String namespace,
        @Nullable ApiKey apiKey,
        Map<String, String> metadata,
        @Nullable ClientConfigTLS tls) {

    TemporalProfile {
        metadata = Map.copyOf(metadata);
    }

    /** Whether the connection is encrypted. An API key implies TLS, unless TLS is explicitly disabled. */
    boolean usesTls() {
        return tls == null ? apiKey != null : !Boolean.TRUE.equals(tls.isDisabled());
    }

    /** Leaves out all fields that may hold a secret. */
    @Override
    public String toString() {
        return "TemporalProfile[address=" + address + ", namespace=" + namespace + "]";
    }
}
