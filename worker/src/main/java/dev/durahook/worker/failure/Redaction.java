package dev.durahook.worker.failure;

import dev.durahook.workflows.failure.HiddenText;
import dev.durahook.workflows.text.Excerpt;
import java.util.BitSet;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hides values in a text, because a failure message may quote the secrets that the failing code used. A value is found
 * as it is and in every form in which a program may have written it: escaped for JSON, HTML or a URL, also several
 * times, in another case, in base64, in hexadecimal digits, and wrapped over lines. Of a long value,
 * {@value HiddenValues#PIECE} characters are enough to be found.
 */
public final class Redaction implements HiddenText {

    /** The length of the shortest value that is hidden, in characters. Shorter values occur in almost every text. */
    public static final int MIN_LENGTH = 4;

    private static final String HIDDEN = "[hidden]";

    // If white space is ignored, a shorter value would be found in many unrelated texts.
    private static final int MIN_UNSPACED = 8;

    // Limits the work for one text. No message shows more than this.
    private static final int MOST_CHARACTERS = 64 * 1024;

    private final HiddenValues hidden;
    private final Set<String> unspaced;

    private Redaction(HiddenValues hidden) {
        this.hidden = hidden;
        this.unspaced = hidden.texts().stream()
                .filter(text -> text.length() >= MIN_UNSPACED)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns a redaction that hides these values. */
    public static Redaction of(Collection<String> values) {
        return new Redaction(HiddenValues.none().and(values));
    }

    /** Returns a redaction that hides these values as well. */
    public Redaction and(Collection<String> values) {
        return new Redaction(hidden.and(values));
    }

    @Override
    public boolean isEmpty() {
        return hidden.texts().isEmpty();
    }

    @Override
    public boolean finds(String text) {
        // The parts overlap, so a value is whole in one of them, or as much of it as is enough to be found.
        for (int start = 0; start < text.length(); start += MOST_CHARACTERS / 2) {
            String part = text.substring(start, Math.min(text.length(), start + MOST_CHARACTERS));
            if (!apply(part).equals(part)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the text with all values hidden. */
    public String apply(String text) {
        return apply(text, false);
    }

    // The values are hidden before the text is cut, because a value that was cut in the middle would not be found.
    @Override
    public String excerpt(String text, int limit) {
        return Excerpt.of(apply(text), limit);
    }

    /**
     * Returns the text with all values hidden.
     *
     * @param cut whether the text is the beginning of a longer text, so that its end may be the beginning of a value
     */
    public String apply(String text, boolean cut) {
        boolean tooLong = text.length() > MOST_CHARACTERS;
        String searched = tooLong ? text.substring(0, MOST_CHARACTERS) : text;
        BitSet found = new BitSet(searched.length());
        for (DecodedText layer : DecodedText.layers(searched)) {
            DecodedText folded = layer.folded();
            mark(folded, hidden.texts(), found);
            mark(layer.unspaced().folded(), unspaced, found);
            mark(folded.digits(), hidden.digits(), found);
            markPieces(folded, found);
            if (cut || tooLong) {
                markEnd(folded, hidden.texts(), searched.length(), found);
                markEnd(folded.digits(), hidden.digits(), searched.length(), found);
            }
        }
        return without(searched, found);
    }

    private static void mark(DecodedText layer, Set<String> values, BitSet found) {
        String text = layer.text();
        for (String value : values) {
            for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
                found.set(layer.start(at), layer.end(at + value.length() - 1));
            }
        }
    }

    private void markPieces(DecodedText layer, BitSet found) {
        String text = layer.text();
        int last = hidden.pieces().isEmpty() ? -1 : text.length() - HiddenValues.PIECE;
        for (int at = 0; at <= last; at++) {
            if (hidden.pieces().contains(text.substring(at, at + HiddenValues.PIECE))) {
                found.set(layer.start(at), layer.end(at + HiddenValues.PIECE - 1));
            }
        }
    }

    // Hides the beginning of a value at the end of a text that was cut, together with the rest of an escape after it.
    private static void markEnd(DecodedText layer, Set<String> values, int end, BitSet found) {
        String text = layer.text().replaceFirst("[\\\\%&][#a-z0-9{]{0,8}$", "");
        for (String value : values) {
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
}
