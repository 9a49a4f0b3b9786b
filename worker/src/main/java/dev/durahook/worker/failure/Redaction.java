package dev.durahook.worker.failure;

import dev.durahook.workflows.text.Excerpt;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Hides values in a text, because a failure may quote what it was made with. A value is found as it is and in every form
 * in which a program may have written it into JSON, HTML or a URL: escaped, escaped several times, in other case.
 */
public final class Redaction {

    /** The length of the shortest value that is hidden, in characters: shorter ones stand in every text. */
    public static final int MIN_LENGTH = 4;

    private static final String HIDDEN = "[hidden]";

    // JSON in JSON in a URL in HTML.
    private static final int MOST_LAYERS = 6;

    // The work for a text is bounded, and nothing shows more of it.
    private static final int MOST_CHARACTERS = 64 * 1024;

    private final Set<String> hidden;

    private Redaction(Set<String> hidden) {
        this.hidden = hidden;
    }

    /** Hides these values. */
    public static Redaction of(Collection<String> values) {
        return new Redaction(Set.of()).and(values);
    }

    /** Hides these values as well. */
    public Redaction and(Collection<String> values) {
        Set<String> all = new LinkedHashSet<>(hidden);
        for (String value : values) {
            layers(value).forEach(layer -> all.add(folded(layer.text())));
        }
        all.removeIf(value -> value.length() < MIN_LENGTH);
        return new Redaction(all);
    }

    /** The text without the values. */
    public String apply(String text) {
        return apply(text, false);
    }

    /**
     * The beginning of the text without the values. Nothing is cut before it is searched, since half a value would not
     * be found.
     *
     * @param limit how many UTF-16 code units to show
     */
    public String excerpt(String text, int limit) {
        return Excerpt.of(apply(text), limit);
    }

    /**
     * The text without the values.
     *
     * @param cut whether the text is the beginning of a longer one, so that its end may be the beginning of a value
     */
    public String apply(String text, boolean cut) {
        boolean tooLong = text.length() > MOST_CHARACTERS;
        String searched = tooLong ? text.substring(0, MOST_CHARACTERS) : text;
        BitSet found = new BitSet(searched.length());
        for (DecodedText layer : layers(searched)) {
            mark(layer, found);
            if (cut || tooLong) {
                markEnd(layer, searched.length(), found);
            }
        }
        return without(searched, found);
    }

    private void mark(DecodedText layer, BitSet found) {
        String text = folded(layer.text());
        for (String value : hidden) {
            for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
                found.set(layer.start(at), layer.end(at + value.length() - 1));
            }
        }
    }

    // The end of a text that was cut, with what remains of an escape behind it.
    private void markEnd(DecodedText layer, int end, BitSet found) {
        String text = folded(layer.text()).replaceFirst("[\\\\%&][#a-z0-9]{0,8}$", "");
        for (String value : hidden) {
            int length = Math.min(text.length(), value.length() - 1);
            while (length >= MIN_LENGTH && !text.endsWith(value.substring(0, length))) {
                length--;
            }
            if (length >= MIN_LENGTH) {
                found.set(layer.start(text.length() - length), end);
            }
        }
    }

    private static String without(String text, BitSet found) {
        StringBuilder shown = new StringBuilder(text.length());
        int place = 0;
        while (place < text.length()) {
            int begin = found.nextSetBit(place);
            int until = begin < 0 ? text.length() : begin;
            shown.append(text, place, until);
            place = begin < 0 ? until : found.nextClearBit(begin);
            shown.append(begin < 0 ? "" : HIDDEN);
        }
        return shown.toString();
    }

    /** The text as it is, and with one layer of escapes less each time. */
    private static List<DecodedText> layers(String text) {
        List<DecodedText> layers = new ArrayList<>();
        DecodedText layer = DecodedText.original(text);
        DecodedText before = null;
        while (layer != before && layers.size() < MOST_LAYERS) {
            layers.add(layer);
            before = layer;
            layer = layer.decoded();
        }
        return layers;
    }

    // A plus is a space in a form, and the hexadecimal digits of some escapes come in both cases.
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = Character.toLowerCase(text.charAt(i));
            folded.append(character == '+' ? ' ' : character);
        }
        return folded.toString();
    }
}
