package dev.durahook.worker.failure;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A piece of text that stands for another text: an escape of JSON, of HTML or of a URL.
 *
 * @param meaning the text that the piece stands for; empty for an invisible character
 * @param length how many UTF-16 code units the piece has
 */
record Escape(String meaning, int length) {

    private static final Pattern CODE_POINT = Pattern.compile("\\\\(?:u\\{([0-9a-fA-F]{1,6})}|U([0-9a-fA-F]{8}))");
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-3][0-7]{2})");
    private static final Pattern CODE_UNIT = Pattern.compile("[\\\\%]u([0-9a-fA-F]{4})");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-fA-F]{2})");
    private static final Pattern PERCENT = Pattern.compile("%([0-9a-fA-F]{2})");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#0*([0-9]{1,7});?|#[xX]0*([0-9a-fA-F]{1,6});?|([a-zA-Z][a-zA-Z0-9]{1,7});)");

    private static final Map<Character, String> AFTER_BACKSLASH =
            Map.of('"', "\"", '\'', "'", '/', "/", '\\', "\\", 'b', "", 'f', "", 'n', "", 'r', "", 't', "");

    // The characters that may occur in a credential and have a name only since HTML 5. Spring knows the names of HTML
    // 4.
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("apos", "'"),
            Map.entry("bsol", "\\"),
            Map.entry("colon", ":"),
            Map.entry("comma", ","),
            Map.entry("commat", "@"),
            Map.entry("dollar", "$"),
            Map.entry("equals", "="),
            Map.entry("excl", "!"),
            Map.entry("lowbar", "_"),
            Map.entry("num", "#"),
            Map.entry("percnt", "%"),
            Map.entry("period", "."),
            Map.entry("plus", "+"),
            Map.entry("quest", "?"),
            Map.entry("semi", ";"),
            Map.entry("sol", "/"));

    /**
     * Returns the escape that begins at this place of the text, or {@code null} if the character there stands for
     * itself.
     */
    static @Nullable Escape at(String text, int place) {
        return switch (text.charAt(place)) {
            case '\\' -> backslash(text, place);
            case '%' -> percent(text, place);
            case '&' -> entity(text, place);
            default ->
                Character.isISOControl(text.charAt(place)) || isFormat(text.charAt(place)) ? new Escape("", 1) : null;
        };
    }

    private static boolean isFormat(char character) {
        return Character.getType(character) == Character.FORMAT;
    }

    private static @Nullable Escape backslash(String text, int place) {
        Escape numbered = codeUnit(text, place);
        if (numbered != null) {
            return numbered;
        }
        Matcher hexadecimal = match(BYTE, text, place);
        if (hexadecimal != null) {
            return new Escape(
                    character(hexadecimal.group(1), 16), hexadecimal.group().length());
        }
        Matcher point = match(CODE_POINT, text, place);
        if (point != null) {
            String digits = point.group(1) == null ? point.group(2) : point.group(1);
            return new Escape(character(digits, 16), point.group().length());
        }
        Matcher octal = match(OCTAL, text, place);
        if (octal != null) {
            return new Escape(character(octal.group(1), 8), octal.group().length());
        }
        String meaning = place + 1 < text.length() ? AFTER_BACKSLASH.get(text.charAt(place + 1)) : null;
        return meaning == null ? null : new Escape(meaning, 2);
    }

    private static @Nullable Escape percent(String text, int place) {
        Escape numbered = codeUnit(text, place);
        if (numbered != null) {
            return numbered;
        }
        Matcher first = match(PERCENT, text, place);
        return first == null ? null : utf8(text, place, Integer.parseInt(first.group(1), 16));
    }

    // Decodes one character. Its first byte tells how many bytes it has. Bytes that are not UTF-8 stand for themselves.
    private static @Nullable Escape utf8(String text, int place, int first) {
        int size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            Matcher next = match(PERCENT, text, place + 3 * i);
            if (next == null) {
                return null;
            }
            bytes[i] = (byte) Integer.parseInt(next.group(1), 16);
        }
        try {
            return new Escape(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    3 * size);
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static @Nullable Escape entity(String text, int place) {
        Matcher entity = match(ENTITY, text, place);
        if (entity == null) {
            return null;
        }
        String meaning;
        if (entity.group(1) != null) {
            meaning = character(entity.group(1), 10);
        } else if (entity.group(2) != null) {
            meaning = character(entity.group(2), 16);
        } else {
            meaning = named(entity.group(), entity.group(3));
        }
        return meaning == null ? null : new Escape(meaning, entity.group().length());
    }

    private static @Nullable String named(String entity, String name) {
        String character = HtmlUtils.htmlUnescape(entity);
        return character.equals(entity) ? NAMED.get(name) : character;
    }

    private static @Nullable Escape codeUnit(String text, int place) {
        Matcher unit = match(CODE_UNIT, text, place);
        return unit == null ? null : new Escape(String.valueOf((char) Integer.parseInt(unit.group(1), 16)), 6);
    }

    private static String character(String digits, int radix) {
        int codePoint = Integer.parseUnsignedInt(digits, radix);
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
    }

    private static @Nullable Matcher match(Pattern pattern, String text, int place) {
        if (place >= text.length()) {
            return null;
        }
        Matcher matcher = pattern.matcher(text).region(place, text.length());
        return matcher.lookingAt() ? matcher : null;
    }
}
