package dev.durahook.worker.destination;

import dev.durahook.worker.destination.kind.DeclaredDestination;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys under {@code durahook.destinations.<name>} that a destination of any kind has.
 *
 * @param kind the kind of the destination: http, workflow, activity, or a kind that the application adds
 * @param policy the name of the policy under which events are sent, under durahook.policies, unless a step names another
 * @param requestsPerSecond the most events a second from all workers together; no limit if left out
 * @param concurrency the most events at a time from one worker
 */
record DestinationProperties(
        @DefaultValue("http") String kind,
        @DefaultValue("default") String policy,
        @Nullable Double requestsPerSecond,
        @DefaultValue("10") int concurrency) {

    /** The names of the keys that limit how much a destination takes. */
    static final List<String> LIMITS = List.of("requests-per-second", "concurrency");

    /** The names of all these keys. */
    static final List<String> KEYS = List.of("kind", "policy", LIMITS.get(0), LIMITS.get(1));

    /**
     * Checks the values, apart from the kind.
     *
     * @throws dev.durahook.connection.configuration.InvalidConfigurationException if a value is invalid
     */
    void check(String name) {
        DeclaredDestination<DestinationProperties> declared = new DeclaredDestination<>(name, concurrency, this);
        declared.require(!policy.isBlank(), "policy", "is empty: name a policy, or leave it out");
        declared.require(
                requestsPerSecond == null || (requestsPerSecond > 0 && Double.isFinite(requestsPerSecond)),
                "requests-per-second",
                "must be more than 0; leave it out for no limit");
        declared.require(concurrency > 0, "concurrency", "must be 1 or more");
    }

    Limits limits() {
        return new Limits(concurrency, requestsPerSecond);
    }
}
