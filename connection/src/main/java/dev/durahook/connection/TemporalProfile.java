package dev.durahook.connection;

import io.temporal.envconfig.ClientConfigTLS;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the CLI's environment variables, the file they may name and our own keys say of the connection.
 *
 * @param address where Temporal is
 * @param namespace the namespace
 * @param apiKey where the API key is from
 * @param metadata more headers of each call, by lower-case name; may be secrets
 * @param tls how to do TLS; may hold a private key
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

    /** Whether the connection is encrypted. An API key implies it, unless TLS was switched off in so many words. */
    boolean usesTls() {
        return tls == null ? apiKey != null : !Boolean.TRUE.equals(tls.isDisabled());
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "TemporalProfile[address=" + address + ", namespace=" + namespace + "]";
    }
}
