package dev.durahook.receiver.identity;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.json.Pointers;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A kind of message that is not an event although it looks like one, such as the end of a subscription. Each kind has a
 * type.
 *
 * @param pointer the JSON pointer to the field that tells the kind
 * @param matches a regular expression that the whole value of the field must match
 * @param type the event type for such messages
 */
public record MessageKind(String pointer, String matches, String type) {

    /**
     * Checks the kind.
     *
     * @throws InvalidRuleException if the pointer or the regular expression is not valid, or the type is empty
     */
    public MessageKind {
        Pointers.check(pointer);
        try {
            Pattern.compile(matches);
        } catch (PatternSyntaxException e) {
            throw new InvalidRuleException(
                    "has a value of the key matches that is not a valid regular expression: " + e.getDescription());
        }
        if (type.isBlank()) {
            throw new InvalidRuleException("has an empty type: set one");
        }
    }

    boolean isOf(EventValues values) {
        return values.at(pointer)
                .filter(value -> Pattern.matches(matches, value))
                .isPresent();
    }
}
