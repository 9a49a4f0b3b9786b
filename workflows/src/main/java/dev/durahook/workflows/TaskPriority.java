package dev.durahook.workflows;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.temporal.common.Priority;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order in which Temporal hands the tasks of a source's events, or of a route's steps, to workers while tasks wait.
 * A value that is not given is inherited: an activity has the values of its workflow. Servers before 1.29 ignore all
 * values.
 *
 * @param priority from {@value #FIRST}, first, to {@value #LAST}, last; Temporal's default is {@value #DEFAULT}
 * @param fairnessKey tasks of different keys take turns; at most {@value #MAX_KEY_BYTES} bytes in UTF-8
 * @param fairnessWeight the share of the key's tasks; Temporal's default is 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskPriority(
        @Nullable Integer priority,
        @Nullable String fairnessKey,
        @Nullable Float fairnessWeight) {

    /** All values are inherited, or are Temporal's defaults. */
    public static final TaskPriority INHERITED = new TaskPriority(null, null, null);

    /** The longest fairness key that Temporal accepts, in bytes. */
    public static final int MAX_KEY_BYTES = 64;

    private static final int FIRST = 1;
    private static final int LAST = 5;
    private static final int DEFAULT = 3;

    // Temporal cuts other weights to this range.
    private static final float SMALLEST_WEIGHT = 0.001f;
    private static final float LARGEST_WEIGHT = 1_000;

    /** The same with this fairness key, or without one if the key is null. */
    public TaskPriority withFairnessKey(@Nullable String key) {
        return new TaskPriority(priority, key, fairnessWeight);
    }

    /** Whether tasks of this priority come before those of another one. */
    public boolean isBefore(TaskPriority other) {
        return rank() < other.rank();
    }

    /** The options of a workflow or an activity; empty if all values are inherited. */
    public Optional<Priority> temporal() {
        if (equals(INHERITED)) {
            return Optional.empty();
        }
        Priority.Builder options = Priority.newBuilder();
        if (priority != null) {
            options.setPriorityKey(priority);
        }
        if (fairnessKey != null) {
            options.setFairnessKey(fairnessKey);
        }
        if (fairnessWeight != null) {
            options.setFairnessWeight(fairnessWeight);
        }
        return Optional.of(options.build());
    }

    /** The first mistake in declared values, which Temporal would refuse or ignore; empty if there is none. */
    public Optional<Mistake> mistake() {
        if (priority != null && (priority < FIRST || priority > LAST)) {
            return mistake("priority", "must be 1, which comes first, to 5, which comes last");
        }
        if (fairnessKey != null && (fairnessKey.isBlank() || bytes(fairnessKey) > MAX_KEY_BYTES)) {
            return mistake("fairness-key", "must have 1 to " + MAX_KEY_BYTES + " bytes");
        }
        if (fairnessWeight != null && !(fairnessWeight >= SMALLEST_WEIGHT && fairnessWeight <= LARGEST_WEIGHT)) {
            return mistake("fairness-weight", "must be 0.001 to 1000");
        }
        return fairnessWeight != null && fairnessKey == null
                ? mistake("fairness-weight", "has no effect without a fairness-key: add one")
                : Optional.empty();
    }

    /**
     * A mistake in declared values.
     *
     * @param key the configuration key below the source or the route
     * @param problem the rest of a sentence that begins with the key
     */
    public record Mistake(String key, String problem) {}

    private int rank() {
        return priority == null ? DEFAULT : priority;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Optional<Mistake> mistake(String key, String problem) {
        return Optional.of(new Mistake(key, problem));
    }
}
