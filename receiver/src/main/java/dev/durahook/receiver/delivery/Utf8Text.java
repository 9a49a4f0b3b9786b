package dev.durahook.receiver.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decodes UTF-8 strictly. Most decoders replace malformed bytes by U+FFFD, and Jackson also reads overlong forms: then
 * different bytes would be the same text, so that two ids become one, or one signature fits several bodies.
 */
public final class Utf8Text {

    private Utf8Text() {}

    /** The text; empty if the bytes are not UTF-8. */
    public static Optional<String> of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? Optional.of(text) : Optional.empty();
    }
}
