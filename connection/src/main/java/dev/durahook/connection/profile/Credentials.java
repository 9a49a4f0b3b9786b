package dev.durahook.connection.profile;

import dev.durahook.connection.tls.ClientTls;
import io.temporal.envconfig.ClientConfigTLS;
import io.temporal.spring.boot.autoconfigure.properties.ConnectionProperties;
import io.temporal.spring.boot.autoconfigure.properties.ConnectionProperties.MTLSProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * The kinds of credentials that are sent to Temporal. This record holds no credential, so it can be logged.
 *
 * @param apiKey whether an API key is sent
 * @param certificate whether a client certificate is used
 */
record Credentials(boolean apiKey, boolean certificate) {

    /** The kinds in use: the profile's, or the starter's if its keys set credentials or TLS. */
    static Credentials of(TemporalProfile profile, ConnectionProperties properties) {
        return ProfileCustomizer.decides(properties)
                ? new Credentials(profile.apiKey() != null, profile.usesTls() && hasCertificate(profile.tls()))
                : new Credentials(StringUtils.hasText(properties.getApiKey()), hasCertificate(properties.getMTLS()));
    }

    String text() {
        if (apiKey && certificate) {
            return "API key and client certificate";
        }
        if (apiKey) {
            return "API key";
        }
        return certificate ? "client certificate" : "no credentials";
    }

    private static boolean hasCertificate(@Nullable ClientConfigTLS tls) {
        return tls != null && ClientTls.hasClientCertificate(tls);
    }

    private static boolean hasCertificate(@Nullable MTLSProperties mtls) {
        return mtls != null && (mtls.getKeyFile() != null || mtls.getKey() != null);
    }
}
