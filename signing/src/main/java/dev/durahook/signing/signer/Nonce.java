package dev.durahook.signing.signer;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Generates the values that a provider uses only once. */
public final class Nonce {

    private static final int DIGITS = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonce() {}

    /** A random text of 20 decimal digits. */
    public static String digits() {
        return RANDOM.ints(DIGITS, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
    }

    /** This many random bytes. */
    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
