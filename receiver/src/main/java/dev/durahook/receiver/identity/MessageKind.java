package dev.durahook.receiver.identity;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.json.Pointers;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A kind of message that is not an event although it looks like one, such as the end of a subscription. Each kind has a
 * type.
 *
 * @param pointer the JSON pointer to the field that tells the kind
 * @param matches a regular expression that the whole value of the field must match
 * @param type the event type for such messages
 */
public record MessageKind(
        @DefaultValue("") String pointer,
        @DefaultValue("") String matches,
        @DefaultValue("") String type) {

    /**
     * Checks the kind.
     *
     * @throws InvalidRuleException if a key is missing, or the pointer or the regular expression is not valid
     */
    public MessageKind {
        if (pointer.isEmpty()) {
            throw new InvalidRuleException("has no pointer: add a JSON pointer to the field that tells the kind");
        }
        if (matches.isEmpty()) {
            throw new InvalidRuleException("has no matches: add a regular expression for the value of the field");
        }
        Pointers.check(pointer);
        try {
            Pattern.compile(matches);
        } catch (PatternSyntaxException e) {
            throw new InvalidRuleException(
                    "has a value of the key matches that is not a valid regular expression: " + e.getDescription());
        }
        if (type.isBlank()) {
            throw new InvalidRuleException("has no type: add the type of such messages");
        }
    }

    boolean isOf(EventValues values) {
        return values.at(pointer)
                .filter(value -> Pattern.matches(matches, value))
                .isPresent();
    }
}
