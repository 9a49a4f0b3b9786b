package dev.durahook.workflows.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A string in a JSON text, including its quotes. Its value is decoded strictly: malformed bytes are not replaced, since
 * two different strings could then become the same id.
 */
final class JsonString {

    private static final JsonFactory STRICT = new JsonFactory();

    private final byte[] text;
    private final int start;
    private final int end;
    private final boolean isEscaped;

    /** The decoded value if the string has escapes. Cached, because a name is compared with every wanted name. */
    private final Optional<String> unescaped;

    JsonString(byte[] text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.isEscaped = hasBackslash();
        this.unescaped = isEscaped ? decoded() : Optional.empty();
    }

    /** The value; empty if the string is not valid by RFC 8259. */
    Optional<String> value() {
        if (isEscaped) {
            return unescaped;
        }
        return isPlain()
                ? Optional.of(new String(text, start + 1, end - start - 2, StandardCharsets.US_ASCII))
                : decoded();
    }

    /**
     * Whether the value is the given text.
     *
     * @param expected the text
     * @param utf8 the same text in UTF-8
     */
    boolean says(String expected, byte[] utf8) {
        return isEscaped
                ? unescaped.filter(expected::equals).isPresent()
                : Arrays.equals(text, start + 1, end - 1, utf8, 0, utf8.length);
    }

    /**
     * Whether a more lenient parser could read another value: the string has an unknown escape, or a character in an
     * overlong UTF-8 form, which Jackson accepts.
     */
    boolean isDoubtful() {
        return isOverlong() || (isEscaped && unescaped.isEmpty());
    }

    private boolean isPlain() {
        for (int i = start + 1; i < end - 1; i++) {
            if (text[i] < ' ') {
                return false;
            }
        }
        return true;
    }

    private boolean hasBackslash() {
        for (int i = start + 1; i < end - 1; i++) {
            if (text[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    private boolean isOverlong() {
        for (int i = start + 1; i < end - 2; i++) {
            if (text[i] < 0 && isOverlong(text[i] & 0xff, text[i + 1] & 0xff)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOverlong(int first, int second) {
        return switch (first) {
            case 0xC0, 0xC1 -> second >= 0x80 && second < 0xC0;
            case 0xE0 -> second >= 0x80 && second < 0xA0;
            case 0xF0 -> second >= 0x80 && second < 0x90;
            default -> false;
        };
    }

    private Optional<String> decoded() {
        try (JsonParser parser = STRICT.createParser(unicode())) {
            parser.nextToken();
            return Optional.of(parser.getText());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    // Decoded by the JDK, because Jackson accepts overlong UTF-8 forms.
    private String unicode() throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(text, start, end - start))
                .toString();
    }
}
