package dev.durahook.worker.failure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text with some of its escapes resolved, which knows where each of its characters stands in the original. So a value
 * that is found in it can be hidden in the original.
 */
final class DecodedText {

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private DecodedText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** A text as it was written. */
    static DecodedText original(String text) {
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            starts[i] = i;
            ends[i] = i + 1;
        }
        return new DecodedText(text, starts, ends);
    }

    /** The text with one layer of escapes less; the same object if there is none. */
    DecodedText decoded() {
        StringBuilder decoded = new StringBuilder(text.length());
        int[] decodedStarts = new int[text.length()];
        int[] decodedEnds = new int[text.length()];
        boolean changed = false;
        int place = 0;
        while (place < text.length()) {
            Escape escape = Escape.at(text, place);
            int length = escape == null ? 1 : escape.length();
            String meaning = meaning(escape, place);
            for (int i = 0; i < meaning.length(); i++) {
                decodedStarts[decoded.length()] = starts[place];
                decodedEnds[decoded.length()] = ends[place + length - 1];
                decoded.append(meaning.charAt(i));
            }
            changed |= escape != null;
            place += length;
        }
        return changed
                ? new DecodedText(
                        decoded.toString(),
                        Arrays.copyOf(decodedStarts, decoded.length()),
                        Arrays.copyOf(decodedEnds, decoded.length()))
                : this;
    }

    private String meaning(@Nullable Escape escape, int place) {
        return escape == null ? String.valueOf(text.charAt(place)) : escape.meaning();
    }

    String text() {
        return text;
    }

    /** Where the character at this place begins in the original. */
    int start(int place) {
        return starts[place];
    }

    /** Where the character at this place ends in the original. */
    int end(int place) {
        return ends[place];
    }
}
