package dev.durahook.connection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A certificate or a key that a variable gives, as a file's path or as the text itself. May hold a private key. */
final class Pem {

    // PKCS#1 and SEC1, which only OpenSSL reads, and keys with a password, for which there is no variable.
    private static final Pattern FOREIGN_KEY = Pattern.compile("BEGIN (?:RSA|EC|DSA|ENCRYPTED) PRIVATE KEY");
    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]*)-----END PRIVATE KEY-----");

    private final String key;
    private final byte[] content;

    private Pem(String key, byte[] content) {
        this.key = key;
        this.content = content;
    }

    /**
     * Reads one, if it was given.
     *
     * @param prefix the variable's name without {@code _PATH} and {@code _DATA}
     * @throws InvalidConnectionException if the file can't be read, or both were given
     */
    static @Nullable Pem read(String prefix, @Nullable String path, byte @Nullable [] data) {
        Pem fromPath = path == null || path.isEmpty() ? null : ofFile(prefix + "_PATH", path);
        Pem fromData = data == null || data.length == 0 ? null : new Pem(prefix + "_DATA", data);
        if (fromPath != null && fromData != null) {
            throw new InvalidConnectionException(
                    fromPath.key, "and " + fromData.key + " are both set", "Unset one of them.");
        }
        return fromPath == null ? fromData : fromPath;
    }

    /** The variable that gave it. */
    String key() {
        return key;
    }

    /**
     * The certificates it holds.
     *
     * @throws InvalidConnectionException if there is none
     */
    List<X509Certificate> certificates() {
        try {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(content))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw noCertificate();
            }
            return certificates;
        } catch (CertificateException e) {
            throw noCertificate();
        }
    }

    /**
     * The key it holds.
     *
     * @param algorithm the algorithm of the certificate that it has to belong to
     * @throws InvalidConnectionException if there is none, or it is another algorithm's
     */
    PrivateKey privateKey(String algorithm) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (FOREIGN_KEY.matcher(text).find()) {
            throw new InvalidConnectionException(
                    key,
                    "holds a private key that is not plain PKCS#8",
                    "Convert it: openssl pkcs8 -topk8 -nocrypt -in client.key -out client.pkcs8.pem");
        }
        Matcher matcher = KEY.matcher(text);
        try {
            if (!matcher.find()) {
                throw noKey(algorithm);
            }
            byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw noKey(algorithm);
        }
    }

    private InvalidConnectionException noKey(String algorithm) {
        return new InvalidConnectionException(
                key,
                "holds no private key in PEM form for a certificate of the kind " + algorithm,
                "Give it a text that begins with -----BEGIN PRIVATE KEY-----.");
    }

    private InvalidConnectionException noCertificate() {
        return new InvalidConnectionException(
                key,
                "holds no certificate in PEM form",
                "Give it a text that begins with -----BEGIN CERTIFICATE-----.");
    }

    private static Pem ofFile(String key, String path) {
        try {
            return new Pem(key, Files.readAllBytes(Path.of(path)));
        } catch (IOException | InvalidPathException e) {
            throw new InvalidConnectionException(
                    key,
                    "names a file that does not exist or can't be read",
                    "Correct the path or the file's permissions.");
        }
    }
}
