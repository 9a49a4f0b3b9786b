package dev.durahook.workflows.handling;

import java.nio.charset.StandardCharsets;

/** What a handler reports, as it is stored: a few lines that are JSON, whatever the handler made them of. */
final class ShortText {

    private static final int LIMIT = 2_000;

    private ShortText() {}

    static String of(String text) {
        return wellFormed(text.length() <= LIMIT ? text : text.substring(0, wholeCharacters(text)) + "…");
    }

    private static int wholeCharacters(String text) {
        return Character.isHighSurrogate(text.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT;
    }

    // Half a character, as cutting bytes or code units leaves it, is no JSON. The effect would be repeated for it.
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
