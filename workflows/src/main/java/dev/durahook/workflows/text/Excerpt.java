package dev.durahook.workflows.text;

/** Cuts long texts, such as error pages, to their beginning. */
public final class Excerpt {

    /** The longest text of a failure or a result that is kept, in UTF-16 code units. */
    public static final int LIMIT = 2_000;

    private Excerpt() {}

    /** The text itself, or its first {@value #LIMIT} code units. */
    public static String of(String text) {
        return of(text, LIMIT);
    }

    /**
     * The text itself, or at most its first {@code limit} code units followed by an ellipsis. No character is cut in
     * half.
     */
    public static String of(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(limit - 1));
        return text.substring(0, splits ? limit - 1 : limit) + "…";
    }
}
