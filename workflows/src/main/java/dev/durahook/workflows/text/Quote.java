package dev.durahook.workflows.text;

import java.util.regex.Pattern;

/**
 * Quotes a text that others wrote as Markdown code, which shows the text as it is. Outside code, the Web UI renders
 * HTML and links.
 */
public final class Quote {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    // A backtick would end the quotation. The other characters change the direction of the text after them.
    private static final Pattern UNSAFE = Pattern.compile("[`\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]");
    // The Web UI replaces these placeholders by values of its own, and the workflow ID may contain a backtick.
    private static final Pattern PLACE = Pattern.compile("\\{(namespace|workflowId|runId)}");

    private Quote() {}

    /** Quotes the text in one line, which fits into an item of a list. */
    public static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** Quotes the beginning of the text, up to a limit in UTF-16 code units, in one line. */
    public static String of(String text, int limit) {
        String line = Excerpt.of(SPACE.matcher(text.strip()).replaceAll(" "), limit);
        String safe = PLACE.matcher(UNSAFE.matcher(line).replaceAll("\uFFFD")).replaceAll("{ $1 }");
        return safe.isEmpty() ? "" : "`" + safe + "`";
    }
}
