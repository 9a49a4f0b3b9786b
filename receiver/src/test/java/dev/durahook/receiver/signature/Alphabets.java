package dev.durahook.receiver.signature;

import java.util.Base64;
import java.util.HexFormat;

/** Other spellings of a signature, which a lenient decoder would accept. */
final class Alphabets {

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Alphabets() {}

    /** The same bytes: hexadecimal digits as Base64, the two alphabets of Base64 as each other. */
    static String other(String signature) {
        if (signature.matches("[0-9a-f]+")) {
            return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(signature));
        }
        return signature.endsWith("=")
                ? Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Base64.getDecoder().decode(signature))
                : Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(signature));
    }

    /** Changes one character. In the last place of Base64, that may change only unused bits. */
    static String changed(String signature, int at) {
        int place = BASE64.indexOf(signature.charAt(at));
        char other = place < 0 ? 'A' : BASE64.charAt(place ^ 1);
        return signature.substring(0, at) + other + signature.substring(at + 1);
    }
}
