package dev.durahook.receiver.provider.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes hashes of signed texts and compares them. */
public final class Hashes {

    private Hashes() {}

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the text that was sent equals the expected bytes. Compares in constant time. */
    public static boolean same(String sent, byte[] expected) {
        return MessageDigest.isEqual(utf8(sent), expected);
    }

    /** The SHA-256 in lower-case hexadecimal digits. */
    public static byte[] sha256(byte[] content) {
        return utf8(HexFormat.of().formatHex(digest("SHA-256", content)));
    }

    /**
     * The hash of the content.
     *
     * @param algorithm the name of the hash in Java, such as {@code SHA-256}
     * @throws IllegalStateException if this Java platform lacks the algorithm
     */
    public static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks " + algorithm, e);
        }
    }
}
