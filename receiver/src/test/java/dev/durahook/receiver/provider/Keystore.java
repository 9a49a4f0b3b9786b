package dev.durahook.receiver.provider;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.tls.HeldCertificate;

/** Keys and certificates for tests: an authority, certificates that it issued, and one that has no issuer. */
public final class Keystore {

    public static final char[] PASSWORD = "changeit".toCharArray();

    // The certificates are valid at the time of the tests' clock and at the time of the machine.
    private static final Instant FROM = Instant.parse("2023-01-01T00:00:00Z");
    private static final Instant UNTIL = FROM.plus(20_000, ChronoUnit.DAYS);

    private static final Keystore ONLY = new Keystore();

    // To make a pair of RSA keys takes a second or more, so each comes from a file. The senders share one, and those
    // who pretend to be a sender share another.
    private final KeyPair senders = rsa("senders.der");
    private final KeyPair others = rsa("others.der");

    private final HeldCertificate authority =
            certificate("authority.example").certificateAuthority(0).build();
    private final Map<String, HeldCertificate> issued = new ConcurrentHashMap<>(Map.of(
            "sns", issued(certificate("sns.amazonaws.com").keyPair(senders)),
            "paypal", issued(certificate("messageverificationcerts.paypal.com").keyPair(senders)),
            "localhost", issued(certificate("localhost")),
            "another", issued(certificate("another.example.com").keyPair(others))));
    private final HeldCertificate pretender =
            certificate("messageverificationcerts.paypal.com").keyPair(others).build();

    private Keystore() {}

    /** The keystore that all tests share, because making keys is slow. */
    public static Keystore shared() {
        return ONLY;
    }

    /** A certificate and its issuers, as a PEM file. */
    public byte[] pem(String alias) {
        StringBuilder pem = new StringBuilder(held(alias).certificatePem());
        if (issued.containsKey(alias)) {
            pem.append(authority.certificatePem());
        }
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
    }

    public X509Certificate authority() {
        return authority.certificate();
    }

    public PrivateKey key(String alias) {
        return held(alias).keyPair().getPrivate();
    }

    public List<Certificate> chain(String alias) {
        X509Certificate own = held(alias).certificate();
        return issued.containsKey(alias) ? List.of(own, authority.certificate()) : List.of(own);
    }

    // Any other alias is the DNS name of a certificate with the key of the senders.
    private HeldCertificate held(String alias) {
        return switch (alias) {
            case "authority" -> authority;
            case "pretender" -> pretender;
            default ->
                issued.computeIfAbsent(alias, name -> issued(certificate(name).keyPair(senders)));
        };
    }

    private HeldCertificate issued(HeldCertificate.Builder certificate) {
        return certificate.signedBy(authority).build();
    }

    private static HeldCertificate.Builder certificate(String name) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .addSubjectAlternativeName(name)
                .validityInterval(FROM.toEpochMilli(), UNTIL.toEpochMilli());
    }

    // The files are of 2,048 bits, in the form PKCS #8.
    private static KeyPair rsa(String file) {
        try (InputStream in = Objects.requireNonNull(Keystore.class.getResourceAsStream(file), file)) {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(in.readAllBytes()));
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
