package dev.durahook.workflows.condition;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value for which a condition asks. A configuration holds only texts, so {@code true} is equal to the string and to
 * the word of JSON. Numbers are compared by value, strings exactly.
 *
 * @param text the value as the configuration has it; an empty text stands for null as well, because YAML's null arrives
 *     as an empty text
 */
public record ExpectedValue(String text) {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final String NULL = "null";

    boolean equalsIn(FoundValue found) {
        return switch (found.kind()) {
            case TEXT -> text.equals(found.text());
            case WORD ->
                text.equals(found.text()) || (text.isEmpty() && found.text().equals(NULL));
            case NUMBER -> isSameNumber(found.text());
            case ABSENT, COMPOUND, AMBIGUOUS -> false;
        };
    }

    private boolean isSameNumber(String other) {
        if (text.equals(other)) {
            return true;
        }
        BigDecimal expected = number(text);
        BigDecimal found = expected == null ? null : number(other);
        return expected != null && found != null && expected.compareTo(found) == 0;
    }

    // A number whose exponent has more than 31 bits can't be represented.
    private static @Nullable BigDecimal number(String text) {
        try {
            return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
