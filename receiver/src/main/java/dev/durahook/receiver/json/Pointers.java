package dev.durahook.receiver.json;

import dev.durahook.receiver.configuration.InvalidRuleException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the JSON pointers in rules. */
public final class Pointers {

    // RFC 6901, section 3: ~1 stands for a slash, ~0 for a ~.
    private static final Pattern TO_A_NAME = Pattern.compile("(/([^/~]|~[01])*)*/(?![0-9]+$)([^/~]|~[01])+");

    private Pointers() {}

    /**
     * Checks a pointer.
     *
     * @throws InvalidRuleException if it is malformed, or does not end in a name
     */
    public static void check(@Nullable String pointer) {
        if (pointer != null && !TO_A_NAME.matcher(pointer).matches()) {
            throw new InvalidRuleException(
                    "has an invalid pointer: write a JSON pointer that ends in a name, such as /data/id");
        }
    }
}
