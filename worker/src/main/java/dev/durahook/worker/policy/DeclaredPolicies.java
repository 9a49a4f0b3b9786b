package dev.durahook.worker.policy;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.configuration.KnownKeys;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.processing.Step;
import dev.durahook.workflows.text.DurationText;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** The policies that are declared under {@code durahook.policies}. */
public final class DeclaredPolicies {

    static final String KEY = "durahook.policies";

    private final Map<String, RetryPolicy> policies;

    /**
     * Reads the declared policies.
     *
     * @throws InvalidConfigurationException if a policy is invalid
     */
    public static DeclaredPolicies of(Environment environment) {
        return new DeclaredPolicies(KnownKeys.bind(environment, KEY, PolicyProperties.class));
    }

    /**
     * Converts the policies of a configuration and adds the default policy if it is not declared.
     *
     * @throws InvalidConfigurationException if a policy is invalid
     */
    DeclaredPolicies(Map<String, PolicyProperties> declared) {
        policies = declared.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> convert(entry.getKey(), entry.getValue())));
        policies.putIfAbsent(Step.DEFAULT_POLICY, PolicyProperties.defaults().toPolicy());
    }

    /**
     * Returns the policy as it is declared.
     *
     * @throws ApplicationFailure if there is no policy of this name; the failure is not retryable
     */
    public RetryPolicy policy(String name) {
        RetryPolicy policy = policies.get(name);
        if (policy == null) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "No policy '" + name + "': declare " + KEY + "." + name + " in the worker's configuration",
                    PolicyActivities.UNKNOWN_POLICY);
        }
        return policy;
    }

    /** Whether a policy of this name is declared. */
    public boolean isDeclared(String name) {
        return policies.containsKey(name);
    }

    /** Returns all policies in one line for the log. */
    public String summary() {
        return new TreeMap<>(policies)
                .entrySet().stream()
                        .map(policy -> "%s (%s)".formatted(policy.getKey(), text(policy.getValue())))
                        .collect(Collectors.joining(", "));
    }

    private static String text(RetryPolicy policy) {
        String attempts = policy.maximumAttempts() == 0 ? "no limit" : policy.maximumAttempts() + " attempts";
        return policy.delays().isEmpty()
                ? "%s, %s to %s apart"
                        .formatted(
                                attempts,
                                DurationText.of(policy.initialInterval()),
                                DurationText.of(policy.maximumInterval()))
                : attempts + ", after declared delays";
    }

    private static RetryPolicy convert(String name, PolicyProperties properties) {
        try {
            return properties.toPolicy();
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationException(
                    KEY + "." + name + "." + e.getMessage(),
                    "Correct the value, or leave the key out to use the default.",
                    e);
        }
    }
}
