package dev.durahook.receiver.configuration;

import dev.durahook.receiver.delivery.Headers;
import java.util.Collection;

/** Checks the headers that a rule names. */
public final class RuleHeaders {

    private RuleHeaders() {}

    /**
     * Checks that headers can have these names.
     *
     * @throws InvalidRuleException if no header can have one of them
     */
    public static void check(Collection<String> names) {
        if (!names.stream().allMatch(Headers::isName)) {
            throw new InvalidRuleException("has a header with a name that no header can have: use letters, digits and"
                    + " hyphens, without a colon");
        }
    }
}
