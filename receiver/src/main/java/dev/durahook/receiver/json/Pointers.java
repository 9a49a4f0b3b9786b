package dev.durahook.receiver.json;

import dev.durahook.receiver.signature.InvalidRuleException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the JSON pointers that rules declare. */
public final class Pointers {

    private static final Pattern TO_A_NAME = Pattern.compile("(/[^/]*)*/(?![0-9]+$)[^/]+");

    private Pointers() {}

    /**
     * Checks a declared pointer.
     *
     * @throws InvalidRuleException if it is none, or does not end in a name
     */
    public static void check(@Nullable String pointer) {
        if (pointer != null && !TO_A_NAME.matcher(pointer).matches()) {
            throw new InvalidRuleException("has a pointer that does not lead to a name in JSON: write it as /data/id");
        }
    }
}
