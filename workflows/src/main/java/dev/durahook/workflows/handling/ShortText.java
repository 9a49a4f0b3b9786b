package dev.durahook.workflows.handling;

import dev.durahook.workflows.text.Excerpt;
import java.nio.charset.StandardCharsets;

/** What a handler reports, as it is stored: a few lines that are JSON, whatever the handler made them of. */
final class ShortText {

    private ShortText() {}

    static String of(String text) {
        return wellFormed(Excerpt.of(text));
    }

    // Half a character, as cutting bytes or code units leaves it, is no JSON. The effect would be repeated for it.
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
