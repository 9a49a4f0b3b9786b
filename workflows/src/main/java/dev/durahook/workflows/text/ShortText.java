package dev.durahook.workflows.text;

import java.nio.charset.StandardCharsets;

/** Shortens what a handler or a destination reports for storage, and makes sure that the text can be written as JSON. */
public final class ShortText {

    private ShortText() {}

    /** The text itself, or its beginning, as {@link Excerpt#of(String)} cuts it; without half a character. */
    public static String of(String text) {
        return wellFormed(Excerpt.of(text));
    }

    // A text that was cut in the middle of a character can't be written as JSON. The attempt would fail, and its effect
    // would be repeated.
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
