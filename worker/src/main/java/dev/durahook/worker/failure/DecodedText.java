package dev.durahook.worker.failure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A text with some of its escapes decoded. It knows the place of each of its characters in the original text, so a
 * value that is found in the decoded text can be hidden in the original text.
 */
final class DecodedText {

    // For example JSON in JSON in a URL in HTML.
    private static final int MOST_LAYERS = 6;

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private DecodedText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** Returns a text without any decoding. */
    static DecodedText original(String text) {
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            starts[i] = i;
            ends[i] = i + 1;
        }
        return new DecodedText(text, starts, ends);
    }

    /** Returns the text itself, then the text with one more layer of escapes decoded each time. */
    static List<DecodedText> layers(String text) {
        List<DecodedText> layers = new ArrayList<>();
        DecodedText layer = original(text);
        DecodedText before = null;
        while (layer != before && layers.size() < MOST_LAYERS) {
            layers.add(layer);
            before = layer;
            layer = layer.decoded();
        }
        return layers;
    }

    /**
     * Returns the form of a text in which texts are compared: programs write the letters of escapes in both cases,
     * write a plus for a space in a form, and replace two characters of base64 in a URL.
     */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = Character.toLowerCase(text.charAt(i));
            folded.append(
                    switch (character) {
                        case '+', '-' -> ' ';
                        case '_' -> '/';
                        default -> character;
                    });
        }
        return folded.toString();
    }

    /** Returns this text in the form in which texts are compared. */
    DecodedText folded() {
        return new DecodedText(folded(text), starts, ends);
    }

    /**
     * Returns only the hexadecimal digits of the text, however they are grouped, such as {@code 73 6b} or
     * {@code 0x73, 0x6b}.
     */
    DecodedText digits() {
        return only(place -> Character.digit(text.charAt(place), 16) >= 0
                && !text.startsWith("0x", place)
                && text.charAt(place) < 128);
    }

    /** Returns the text without white space, because a program that wraps lines inserts white space. */
    DecodedText unspaced() {
        return only(place -> !Character.isWhitespace(text.charAt(place)));
    }

    private DecodedText only(IntPredicate isKept) {
        int[] places = IntStream.range(0, text.length()).filter(isKept).toArray();
        StringBuilder kept = new StringBuilder(places.length);
        IntStream.of(places).forEach(place -> kept.append(text.charAt(place)));
        return new DecodedText(
                kept.toString(),
                IntStream.of(places).map(this::start).toArray(),
                IntStream.of(places).map(this::end).toArray());
    }

    /** Returns the text with one layer of escapes decoded; the same object if the text holds no escape. */
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

    /** Returns where the character at this place begins in the original text. */
    int start(int place) {
        return starts[place];
    }

    /** Returns where the character at this place ends in the original text. */
    int end(int place) {
        return ends[place];
    }
}
