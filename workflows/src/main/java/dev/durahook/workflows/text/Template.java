package dev.durahook.workflows.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with placeholders, such as {@code {type} {/action}}.
 *
 * @param text the template
 */
public record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /** The JSON pointers in the template. */
    public Set<String> pointers() {
        return places().stream().filter(place -> place.startsWith("/")).collect(Collectors.toSet());
    }

    /** The names between the braces, in their order. */
    public List<String> places() {
        return PLACE.matcher(text).results().map(place -> place.group(1)).toList();
    }

    /** The text outside the placeholders. */
    public String fixedText() {
        return PLACE.matcher(text).replaceAll("");
    }

    /** Replaces the placeholders by their values; empty if a value is missing. */
    public Optional<String> fill(Function<String, Optional<String>> values) {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            Optional<String> value = values.apply(place.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            place.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(place.appendTail(filled).toString());
    }
}
