package dev.durahook.workflows.policy;

import dev.durahook.workflows.text.DurationText;
import java.util.stream.Collectors;

/** Describes a policy in a few words, for a person who looks at an activity in the Web UI. */
final class PolicyText {

    private PolicyText() {}

    static String of(RetryPolicy policy) {
        return attempts(policy) + ", " + waits(policy) + jitter(policy);
    }

    private static String attempts(RetryPolicy policy) {
        return switch (policy.maximumAttempts()) {
            case 0 -> "any number of attempts";
            case 1 -> "1 attempt";
            default -> policy.maximumAttempts() + " attempts";
        };
    }

    private static String waits(RetryPolicy policy) {
        if (!policy.delays().isEmpty()) {
            return policy.delays().stream().map(DurationText::of).collect(Collectors.joining(", ", "after ", ""));
        }
        String backoff = policy.backoffCoefficient() == 1 ? "" : " ×" + number(policy.backoffCoefficient());
        String limit = policy.backoffCoefficient() == 1 ? "" : " up to " + DurationText.of(policy.maximumInterval());
        return DurationText.of(policy.initialInterval()) + backoff + limit;
    }

    private static String jitter(RetryPolicy policy) {
        return policy.jitter() == 0 ? "" : " ±" + Math.round(policy.jitter() * 100) + "%";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
