package dev.durahook.receiver.source;

import dev.durahook.receiver.json.Pointers;
import dev.durahook.receiver.signature.InvalidRuleException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A message that is no event of the type that it names, such as the end of a subscription to such events.
 *
 * @param pointer where the JSON body says what kind of message it is
 * @param matches a regular expression for all of what it says there
 * @param type the type of such a message
 */
public record MessageKind(String pointer, String matches, String type) {

    public MessageKind {
        Pointers.check(pointer);
        try {
            Pattern.compile(matches);
        } catch (PatternSyntaxException e) {
            throw new InvalidRuleException("has a matches that is no regular expression: " + e.getDescription());
        }
        if (type.isBlank()) {
            throw new InvalidRuleException("has an empty type: name one");
        }
    }

    boolean isOf(Facts facts) {
        return facts.at(pointer)
                .filter(value -> Pattern.matches(matches, value))
                .isPresent();
    }
}
