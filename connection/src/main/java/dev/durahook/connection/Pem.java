package dev.durahook.connection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import org.jspecify.annotations.Nullable;

/** A certificate or a key that a variable gives, as a file's path or as the text itself. May hold a private key. */
final class Pem {

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

    /** The bytes, for a parser. */
    InputStream stream() {
        return new ByteArrayInputStream(content);
    }

    /**
     * This PEM, if it holds at least one certificate.
     *
     * @throws InvalidConnectionException if it doesn't
     */
    Pem requireCertificates() {
        try {
            if (CertificateFactory.getInstance("X.509")
                    .generateCertificates(stream())
                    .isEmpty()) {
                throw noCertificate();
            }
            return this;
        } catch (CertificateException e) {
            throw noCertificate();
        }
    }

    /** Whether it is a key in a form that only OpenSSL reads. */
    boolean isTraditionalKey() {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains("BEGIN RSA PRIVATE KEY") || text.contains("BEGIN EC PRIVATE KEY");
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
