package dev.durahook.connection;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.temporal.envconfig.ClientConfigTLS;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS as the profile describes it. envconfig has its own translation, but it lets a CA win over a disabled host
 * verification, where the CLI does the reverse, and its failures don't name the variable.
 */
final class ClientTls {

    private static final String CERTIFICATE = "TEMPORAL_TLS_CLIENT_CERT";
    private static final String KEY = "TEMPORAL_TLS_CLIENT_KEY";
    private static final String CA = "TEMPORAL_TLS_SERVER_CA_CERT";

    private ClientTls() {}

    /**
     * The context to connect with.
     *
     * @throws InvalidConnectionException if a certificate or a key is missing or unreadable
     */
    static SslContext context(ClientConfigTLS tls) {
        SslContextBuilder builder = GrpcSslContexts.forClient();
        trust(builder, tls);
        identify(builder, tls);
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new InvalidConnectionException(
                    KEY + "_PATH or _DATA",
                    "does not belong to the client certificate",
                    "Give the pair that was issued.");
        }
    }

    /** Whether the profile has a certificate to show. */
    static boolean hasClientCertificate(ClientConfigTLS tls) {
        return Pem.read(CERTIFICATE, tls.getClientCertPath(), tls.getClientCertData()) != null;
    }

    private static void trust(SslContextBuilder builder, ClientConfigTLS tls) {
        Pem ca = Pem.read(CA, tls.getServerCACertPath(), tls.getServerCACertData());
        if (ca != null) {
            builder.trustManager(ca.requireCertificates().stream());
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
        show(builder, require(CERTIFICATE, certificate, KEY).requireCertificates(), require(KEY, key, CERTIFICATE));
    }

    private static void show(SslContextBuilder builder, Pem certificate, Pem key) {
        try {
            builder.keyManager(certificate.stream(), key.stream());
        } catch (IllegalArgumentException e) {
            throw key.isTraditionalKey() ? traditional(key) : noKey(key);
        }
    }

    private static Pem require(String prefix, @Nullable Pem pem, String given) {
        if (pem == null) {
            throw new InvalidConnectionException(
                    prefix + "_PATH or _DATA", "is not set, but " + given + "_* is", "Set both or none.");
        }
        return pem;
    }

    private static InvalidConnectionException noKey(Pem key) {
        return new InvalidConnectionException(
                key.key(),
                "holds no private key in PEM form",
                "Give it a text that begins with -----BEGIN PRIVATE KEY-----.");
    }

    private static InvalidConnectionException traditional(Pem key) {
        return new InvalidConnectionException(
                key.key(),
                "holds a private key that is not PKCS#8",
                "Convert it: openssl pkcs8 -topk8 -nocrypt -in client.key -out client.pkcs8.pem");
    }
}
