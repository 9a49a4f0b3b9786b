package dev.durahook.workflows.text;

/**
 * Shortens the summary of a workflow, an activity or a timer, which the Temporal Web UI shows beside its name, to what
 * Temporal takes.
 */
public final class SummaryText {

    // Temporal allows 400 bytes for the payload: the text in JSON, about 30 bytes that name the encoding, and what an
    // encrypting codec adds, which is some 155 bytes for the codec of Temporal's samples.
    // https://github.com/temporalio/api/blob/master/temporal/api/sdk/v1/user_metadata.proto
    private static final int MAX_BYTES = 200;

    /** In bytes. */
    private static final int QUOTES = 2;

    private SummaryText() {}

    /** Whether Temporal takes the text as a summary. */
    public static boolean fits(String text) {
        return size(text) <= MAX_BYTES;
    }

    /** The text itself, or its beginning followed by an ellipsis, so that Temporal takes it as a summary. */
    public static String of(String text) {
        return of("", text, "");
    }

    /**
     * A text of three parts, so that Temporal takes it as a summary. If it is too long, the part in the middle ends with
     * an ellipsis.
     *
     * @param begin the beginning, which is short and never cut
     * @param text the part in the middle
     * @param end the end, which is short and never cut
     */
    public static String of(String begin, String text, String end) {
        String summary = begin + text + end;
        int length = Math.min(text.length(), MAX_BYTES);
        while (!fits(summary) && length > 1) {
            summary = begin + Excerpt.of(text, --length) + end;
        }
        return summary;
    }

    // As Temporal's converter writes the text: a character outside the Basic Multilingual Plane as two escapes.
    private static int size(String text) {
        return QUOTES + text.codePoints().map(SummaryText::size).sum();
    }

    private static int size(int character) {
        if (character == '"' || character == '\\') {
            return 2;
        }
        if (character < ' ' || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)) {
            return 6;
        }
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return Character.isBmpCodePoint(character) ? 3 : 12;
    }
}
