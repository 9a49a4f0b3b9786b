package dev.durahook.receiver.identity;

import dev.durahook.workflows.text.SummaryText;
import dev.durahook.workflows.text.Template;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The line that the Web UI shows for an event, from a template such as {@code {type}[ {/action}][ #{/number}]}.
 *
 * <p>{@code {type}} and JSON pointers are replaced by their values. A part in brackets is left out if one of its values
 * is missing.
 */
final class Summary {

    /** In code points, of the line and of each value in it. */
    private static final int MAX_CHARACTERS = 100;

    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]|([^\\[\\]]+)");

    // The Web UI renders Markdown, and the values come from senders: characters that could form a link or an image are
    // replaced.
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N} ._/@#:+-]|//");

    private final String template;
    private final List<MatchResult> parts;

    Summary(String template) {
        this.template = template;
        this.parts = PART.matcher(template).results().toList();
    }

    /** The JSON pointers in the template. */
    Set<String> pointers() {
        return new Template(template).pointers();
    }

    String of(String type, EventValues values) {
        String line = parts.stream().map(part -> part(part, type, values)).collect(Collectors.joining());
        return SummaryText.of(cut(line));
    }

    private static String part(MatchResult part, String type, EventValues values) {
        return part.group(1) == null
                ? fill(part.group(2), type, values).orElse(safe(type))
                : fill(part.group(1), type, values).orElse("");
    }

    private static Optional<String> fill(String text, String type, EventValues values) {
        return new Template(text).fill(place -> value(place, type, values));
    }

    private static Optional<String> value(String place, String type, EventValues values) {
        Optional<String> value = place.equals("type") ? Optional.of(type) : values.at(place);
        return value.map(Summary::safe);
    }

    private static String safe(String text) {
        return UNSAFE.matcher(cut(text)).replaceAll("_");
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MAX_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS));
    }
}
