package dev.durahook.receiver.provider;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.tls.HeldCertificate;

/** Keys and certificates for tests: an authority, certificates that it issued, and one that has no issuer. */
public final class Keystore {

    public static final char[] PASSWORD = "changeit".toCharArray();

    // The certificates are valid at the time of the tests' clock and at the time of the machine.
    private static final Instant FROM = Instant.parse("2023-01-01T00:00:00Z");
    private static final Instant UNTIL = FROM.plus(20_000, ChronoUnit.DAYS);

    private static final Keystore ONLY = new Keystore();

    // A pair of RSA keys takes a second or more. The senders share one, and those who pretend
    // to be a sender share another.
    private final KeyPair senders = rsa();
    private final KeyPair others = rsa();

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

    private static KeyPair rsa() {
        return new HeldCertificate.Builder().rsa2048().build().keyPair();
    }
}
