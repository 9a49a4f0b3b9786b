package dev.durahook.workflows.text;

import java.util.regex.Pattern;

/**
 * A text that somebody else wrote, in Markdown that shows it as it is. The Web UI passes HTML and links through, in
 * anything but code.
 */
public final class Quote {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    // A backtick would end the quotation. The others turn the direction of what is read after them.
    private static final Pattern UNSAFE = Pattern.compile("[`\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]");
    // The Web UI puts its own values in their place, of which the workflow ID may have a backtick.
    private static final Pattern PLACE = Pattern.compile("\\{(namespace|workflowId|runId)}");

    private Quote() {}

    /** In one line, which fits into an item of a list. */
    public static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** The beginning of it, up to a limit in UTF-16 code units, in one line. */
    public static String of(String text, int limit) {
        String line = Excerpt.of(SPACE.matcher(text.strip()).replaceAll(" "), limit);
        String safe = PLACE.matcher(UNSAFE.matcher(line).replaceAll("\uFFFD")).replaceAll("{ $1 }");
        return safe.isEmpty() ? "" : "`" + safe + "`";
    }
}
