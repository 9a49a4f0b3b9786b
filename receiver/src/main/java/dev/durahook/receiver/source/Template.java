package dev.durahook.receiver.source;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with places for values, such as {@code {type} {/action}}.
 *
 * @param text the text
 */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /** The pointers into a body that it needs. */
    Set<String> pointers() {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .filter(place -> place.startsWith("/"))
                .collect(Collectors.toSet());
    }

    /** The text with its values, or nothing if one is missing. */
    Optional<String> fill(Function<String, Optional<String>> values) {
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
