package dev.durahook.connection.tls;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.secret.FileText;
import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.InvisibleCharacter;
import dev.durahook.connection.secret.SmallFile;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/** A certificate or a private key in PEM form. A variable gives either the path of its file or the text itself. */
final class Pem {

    // A key with a password can't be used, because no variable gives the password. PKCS#8 names the encryption in the
    // first line; PKCS#1 and SEC1 name the encryption in a header.
    private static final Pattern WITH_PASSWORD =
            Pattern.compile("BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: *4, *ENCRYPTED");

    /** The largest size of a file. A bundle of all public certificate authorities is smaller. */
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

    /** Whether a path or a text is given. Reads no file. */
    static boolean isGiven(@Nullable String path, byte @Nullable [] data) {
        return (path != null && !path.isEmpty()) || (data != null && data.length > 0);
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
        try {
            return PemContent.of(text).getCertificates();
        } catch (IllegalStateException e) {
            throw noCertificate();
        }
    }

    /**
     * The private key in the text, as PKCS#8, PKCS#1 or SEC1.
     *
     * @param algorithm the algorithm of the certificate to which the key must belong
     * @throws InvalidConfigurationException if there is no private key, or if it is one of another algorithm
     */
    PrivateKey privateKey(String algorithm) {
        if (WITH_PASSWORD.matcher(text).find()) {
            throw InvalidConfigurationException.ofKey(
                    key,
                    "holds a private key with a password",
                    "Remove the password: openssl pkcs8 -topk8 -nocrypt -in client.key -out client.pkcs8.pem");
        }
        PrivateKey privateKey = privateKey();
        if (privateKey == null || !privateKey.getAlgorithm().equals(algorithm)) {
            throw noKey(algorithm);
        }
        return privateKey;
    }

    private @Nullable PrivateKey privateKey() {
        try {
            return PemContent.of(text).getPrivateKey();
        } catch (IllegalStateException e) {
            return null;
        }
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

    // A text with an invisible character looks correct on a screen, so the message names the character.
    private String butInvisible() {
        return InvisibleCharacter.inLines(text)
                .map(character -> ", but " + character)
                .orElse("");
    }

    private static Pem ofFile(String key, String path) {
        try {
            return new Pem(key, SmallFile.bytes(Path.of(path), MAX_BYTES));
        } catch (InvalidTextException e) {
            throw unusable(key, e.fact());
        } catch (InvalidPathException e) {
            throw unusable(key, "can't be read");
        }
    }

    private static InvalidConfigurationException unusable(String key, String fact) {
        return InvalidConfigurationException.ofFile(key, fact, "a file of at most " + MAX_BYTES + " bytes");
    }
}
