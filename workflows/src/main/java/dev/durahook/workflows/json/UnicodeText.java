package dev.durahook.workflows.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Converts JSON text in any Unicode encoding to UTF-8. RFC 4627 allowed UTF-16 and UTF-32, while RFC 8259 requires
 * UTF-8.
 */
final class UnicodeText {

    private static final Charset UTF_32 = Charset.forName("UTF-32");
    private static final Charset UTF_32_LITTLE = Charset.forName("UTF-32LE");

    private UnicodeText() {}

    /** The text in UTF-8; the same array, unless the text is in UTF-16 or UTF-32. Empty if such a text is malformed. */
    static Optional<byte[]> inUtf8(byte[] body) {
        Charset charset = charset(body);
        if (charset == null) {
            return Optional.of(body);
        }
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return Optional.of(text.getBytes(StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    // A JSON text begins with an ASCII character, so the encoding shows in the zero bytes next to it, or in a byte
    // order mark.
    private static @Nullable Charset charset(byte[] body) {
        int first = at(body, 0);
        int second = at(body, 1);
        int both = first << 8 | second;
        boolean isWide = at(body, 2) == 0 && at(body, 3) == 0;
        if (both == 0) {
            return UTF_32;
        }
        if (both == 0xFFFE || second == 0) {
            return littleEndian(both, isWide);
        }
        return both == 0xFEFF || first == 0 ? StandardCharsets.UTF_16 : null;
    }

    private static Charset littleEndian(int both, boolean isWide) {
        if (isWide) {
            return both == 0xFFFE ? UTF_32 : UTF_32_LITTLE;
        }
        return both == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE;
    }

    private static int at(byte[] body, int index) {
        return index < body.length ? body[index] & 0xff : 0xff;
    }
}
