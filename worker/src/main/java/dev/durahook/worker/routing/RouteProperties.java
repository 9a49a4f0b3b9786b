package dev.durahook.worker.routing;

import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.condition.Condition;
import dev.durahook.workflows.routing.InvalidRoutesException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A route as it is declared under {@code durahook.routes.<name>}.
 *
 * @param eventTypes the event types that the route is for, such as {@code github.push}, {@code github.*} or {@code *};
 *     if several routes match an event, the most specific one applies
 * @param when what the event must have; all conditions must hold
 * @param destinations names under {@code durahook.destinations}; the event is sent to each of them independently
 * @param priority the priority with which events are sent to the destinations, from 1, which comes first, to 5; the
 *     default is the source's
 * @param fairnessKey events of different keys take turns at the destinations; the default is the source's
 * @param fairnessWeight the share of the key at the destinations; the default is the source's
 */
record RouteProperties(
        @DefaultValue List<String> eventTypes,
        @DefaultValue List<ConditionProperties> when,
        @DefaultValue List<String> destinations,
        @Nullable Integer priority,
        @Nullable String fairnessKey,
        @Nullable Float fairnessWeight) {

    /**
     * Returns the conditions.
     *
     * @param key the route's key
     * @throws InvalidRoutesException if a condition is not valid, or two conditions are about the same place
     */
    Set<Condition> conditions(String key) {
        Set<Condition> conditions = new LinkedHashSet<>();
        for (int i = 0; i < when.size(); i++) {
            String name = key + ".when[" + i + "]";
            Condition condition = when.get(i).condition(name);
            if (conditions.stream().anyMatch(other -> other.place().equals(condition.place()))) {
                throw new InvalidRoutesException(
                        name,
                        "another condition of this route is about "
                                + condition.place().text() + " too; keep one, which may list several values");
            }
            conditions.add(condition);
        }
        return conditions;
    }

    /**
     * Returns the priority with which events are sent to the destinations.
     *
     * @param key the route's key
     * @throws InvalidRoutesException if Temporal would refuse or ignore a value
     */
    TaskPriority taskPriority(String key) {
        TaskPriority declared = new TaskPriority(priority, fairnessKey, fairnessWeight);
        declared.mistake().ifPresent(mistake -> {
            throw new InvalidRoutesException(key + "." + mistake.key(), mistake.problem());
        });
        return declared;
    }
}
