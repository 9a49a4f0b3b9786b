package dev.durahook.workflows.text;

import java.nio.charset.StandardCharsets;

/** The beginning of a text that may be a whole page. */
public final class Excerpt {

    /** The longest text, in UTF-16 code units, that is told of a failure or a result. */
    public static final int LIMIT = 2_000;

    private Excerpt() {}

    /** The text itself, or its first {@value #LIMIT} code units. */
    public static String of(String text) {
        return of(text, LIMIT);
    }

    /** The text itself, or its beginning with an ellipsis after it, in no more bytes of UTF-8 than this. */
    public static String ofBytes(String text, int limit) {
        int length = limit;
        String excerpt = text;
        while (excerpt.getBytes(StandardCharsets.UTF_8).length > limit) {
            excerpt = of(text, --length);
        }
        return excerpt;
    }

    /** The text itself, or its beginning with an ellipsis after it. No character is cut in half. */
    public static String of(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(limit - 1));
        return text.substring(0, splits ? limit - 1 : limit) + "…";
    }
}
