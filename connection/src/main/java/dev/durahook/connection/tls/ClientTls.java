package dev.durahook.connection.tls;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.temporal.envconfig.ClientConfigTLS;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Builds the TLS context that the profile describes. {@code temporal-envconfig} could do so too, but with it a CA
 * certificate overrides a disabled host verification, whereas the Temporal CLI does the reverse, and its failures don't
 * name the variable.
 */
public final class ClientTls {

    private static final String CERTIFICATE = "TEMPORAL_TLS_CLIENT_CERT";
    private static final String KEY = "TEMPORAL_TLS_CLIENT_KEY";
    private static final String CA = "TEMPORAL_TLS_SERVER_CA_CERT";

    private ClientTls() {}

    /**
     * Builds the TLS context of the connection.
     *
     * @throws InvalidConfigurationException if a certificate or a key is missing or unreadable, or the server's name is
     *     not the name of a host
     */
    public static SslContext context(ClientConfigTLS tls) {
        requireName(tls.getServerName());
        SslContextBuilder builder = GrpcSslContexts.forClient();
        trust(builder, tls);
        identify(builder, tls);
        try {
            return builder.build();
        } catch (SSLException e) {
            throw InvalidConfigurationException.ofKey(
                    "TEMPORAL_TLS_*", "can't be used for a TLS connection", "Check the certificates and the key.");
        }
    }

    /** Whether the profile has a client certificate. */
    public static boolean hasClientCertificate(ClientConfigTLS tls) {
        return Pem.isGiven(tls.getClientCertPath(), tls.getClientCertData());
    }

    private static void requireName(@Nullable String name) {
        if (name != null && !name.isEmpty() && !HostName.isName(name)) {
            throw InvalidConfigurationException.ofKey(
                    "TEMPORAL_TLS_SERVER_NAME",
                    "is not the name of a host",
                    "Write the host name that the server's certificate has, and nothing else.");
        }
    }

    private static void trust(SslContextBuilder builder, ClientConfigTLS tls) {
        Pem ca = Pem.read(CA, tls.getServerCACertPath(), tls.getServerCACertData());
        if (ca != null) {
            builder.trustManager(ca.certificates());
        }
        if (Boolean.TRUE.equals(tls.isDisableHostVerification())) {
            builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
        }
    }

    private static void identify(SslContextBuilder builder, ClientConfigTLS tls) {
        Pem certificate = Pem.read(CERTIFICATE, tls.getClientCertPath(), tls.getClientCertData());
        Pem key = Pem.read(KEY, tls.getClientKeyPath(), tls.getClientKeyData());
        if (certificate == null && key == null) {
            return;
        }
        ClientIdentity identity =
                ClientIdentity.of(require(CERTIFICATE, certificate, KEY), require(KEY, key, CERTIFICATE));
        builder.keyManager(identity.key(), identity.chain());
    }

    private static Pem require(String prefix, @Nullable Pem pem, String given) {
        if (pem == null) {
            throw InvalidConfigurationException.ofKey(
                    prefix + "_PATH or _DATA", "is not set, but " + given + "_* is", "Set both or none.");
        }
        return pem;
    }
}
