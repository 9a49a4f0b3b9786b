package dev.durahook.reliability.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a body, by which the body that was sent is compared with the body that arrived. */
public final class BodyHash {

    private BodyHash() {}

    /** The hash of these bytes, in hexadecimal digits. */
    public static String of(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** The hash of a text in UTF-8. */
    public static String of(String body) {
        return of(body.getBytes(StandardCharsets.UTF_8));
    }
}
