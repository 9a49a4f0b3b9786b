package dev.durahook.connection.tls;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.secret.FileText;
import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.InvisibleCharacter;
import dev.durahook.connection.secret.SmallFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A certificate or a private key in PEM form. A variable gives either the path of its file or the text itself. */
final class Pem {

    // PKCS#1 and SEC1, which Java can't read, and keys with a password, for which there is no variable.
    private static final Pattern FOREIGN_KEY = Pattern.compile("BEGIN (?:RSA|EC|DSA|ENCRYPTED) PRIVATE KEY");

    /** The largest size of a file: larger than a bundle of all public certificate authorities. */
    private static final int MAX_BYTES = 1024 * 1024;

    private final String key;
    private final String text;

    private Pem(String key, byte[] content) {
        this.key = key;
        this.text = text(content);
    }

    /**
     * Reads a certificate or a key, if a path or a text is given.
     *
     * @param prefix the variable's name without {@code _PATH} and {@code _DATA}
     * @throws InvalidConfigurationException if the file can't be read, or if both a path and a text are given
     */
    static @Nullable Pem read(String prefix, @Nullable String path, byte @Nullable [] data) {
        Pem fromPath = path == null || path.isEmpty() ? null : ofFile(prefix + "_PATH", path);
        Pem fromData = data == null || data.length == 0 ? null : new Pem(prefix + "_DATA", data);
        if (fromPath != null && fromData != null) {
            throw InvalidConfigurationException.ofKey(
                    fromPath.key, "and " + fromData.key + " are both set", "Unset one of them.");
        }
        return fromPath == null ? fromData : fromPath;
    }

    /** The variable that gives the path or the text. */
    String key() {
        return key;
    }

    /**
     * The certificates in the text, whose other content is ignored.
     *
     * @throws InvalidConfigurationException if there is no certificate
     */
    List<X509Certificate> certificates() {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (byte[] block : blocks("CERTIFICATE")) {
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block)));
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw noCertificate();
        }
        if (certificates.isEmpty()) {
            throw noCertificate();
        }
        return certificates;
    }

    /**
     * The private key in the text.
     *
     * @param algorithm the algorithm of the certificate to which the key must belong
     * @throws InvalidConfigurationException if there is no private key, or if it is one of another algorithm
     */
    PrivateKey privateKey(String algorithm) {
        if (FOREIGN_KEY.matcher(text).find()) {
            throw InvalidConfigurationException.ofKey(
                    key,
                    "holds a private key that is not plain PKCS#8",
                    "Convert it: openssl pkcs8 -topk8 -nocrypt -in client.key -out client.pkcs8.pem");
        }
        try {
            byte[] encoded = blocks("PRIVATE KEY").stream().findFirst().orElseThrow(() -> noKey(algorithm));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw noKey(algorithm);
        }
    }

    private List<byte[]> blocks(String type) {
        return Pattern.compile("-----BEGIN " + type + "-----([^-]*)-----END " + type + "-----")
                .matcher(text)
                .results()
                .map(block -> Base64.getMimeDecoder().decode(block.group(1)))
                .toList();
    }

    // The text between certificates may be in any encoding.
    private static String text(byte[] content) {
        try {
            return FileText.of(content);
        } catch (CharacterCodingException e) {
            return new String(content, StandardCharsets.ISO_8859_1);
        }
    }

    private InvalidConfigurationException noKey(String algorithm) {
        return InvalidConfigurationException.ofKey(
                key,
                "holds no private key in PEM form for a certificate of the algorithm " + algorithm + butInvisible(),
                "Give it a text that begins with -----BEGIN PRIVATE KEY-----.");
    }

    private InvalidConfigurationException noCertificate() {
        return InvalidConfigurationException.ofKey(
                key,
                "holds no certificate in PEM form" + butInvisible(),
                "Give it a text that begins with -----BEGIN CERTIFICATE-----.");
    }

    // On a screen, a text with an invisible character seems to begin correctly.
    private String butInvisible() {
        return InvisibleCharacter.inLines(text)
                .map(character -> ", but " + character)
                .orElse("");
    }

    private static Pem ofFile(String key, String path) {
        try {
            return new Pem(key, SmallFile.bytes(Path.of(path), MAX_BYTES));
        } catch (InvalidTextException | InvalidPathException e) {
            throw InvalidConfigurationException.ofKey(
                    key,
                    "names a file that does not exist or can't be read",
                    "Correct the path or the file's permissions.");
        }
    }
}
