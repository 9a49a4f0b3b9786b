package dev.durahook.workflows.handling;

import dev.durahook.workflows.text.Excerpt;
import java.nio.charset.StandardCharsets;

/** Shortens a handler's result or progress for storage, and makes sure that the text can be written as JSON. */
final class ShortText {

    private ShortText() {}

    static String of(String text) {
        return wellFormed(Excerpt.of(text));
    }

    // A text that was cut in the middle of a character can't be written as JSON. The attempt would fail, and its effect
    // would be repeated.
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
