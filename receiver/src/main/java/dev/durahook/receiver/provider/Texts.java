package dev.durahook.receiver.provider;

import dev.durahook.receiver.signature.NotVerifiedException;
import dev.durahook.receiver.signature.Rejection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashing, comparing and failures that several verifiers share. */
final class Texts {

    private Texts() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Compares in constant time. */
    static boolean same(String sent, byte[] expected) {
        return MessageDigest.isEqual(utf8(sent), expected);
    }

    /** The SHA-256 in lower-case hexadecimal digits. */
    static byte[] sha256(byte[] content) {
        return utf8(HexFormat.of().formatHex(digest("SHA-256", content)));
    }

    static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks " + algorithm, e);
        }
    }

    static NotVerifiedException malformed(String how) {
        return new NotVerifiedException(Rejection.SIGNATURE_MALFORMED, how);
    }

    static NotVerifiedException missing(String what) {
        return new NotVerifiedException(Rejection.SIGNATURE_MISSING, what + " is missing");
    }

    static NotVerifiedException mismatch(String how) {
        return new NotVerifiedException(Rejection.SIGNATURE_MISMATCH, how);
    }
}
