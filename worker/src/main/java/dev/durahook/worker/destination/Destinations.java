package dev.durahook.worker.destination;

import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.destination.kind.NewWorkflow;
import dev.durahook.workflows.routing.PlannedActivity;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/**
 * The destinations of the configuration. An event is sent to no other place: the event's values may decide which of
 * these destinations get the event, but can't name an address.
 */
public final class Destinations {

    private final Map<String, Destination> byName;

    private Destinations(Map<String, Destination> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /**
     * Reads the declared destinations.
     *
     * @param kinds the kinds that a destination may have
     * @throws dev.durahook.connection.configuration.InvalidConfigurationException if a destination is invalid
     */
    public static Destinations of(Environment environment, Collection<? extends DestinationKind<?>> kinds) {
        return new Destinations(new DestinationBinding(environment, new DestinationKinds(kinds)).destinations());
    }

    /** Returns the names of the destinations, sorted. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** Returns a destination; empty if there is no destination of this name. */
    public Optional<Destination> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns the name of the policy of a destination; empty if there is no destination of this name. */
    public Optional<String> policyOf(String name) {
        return find(name).map(Destination::policy);
    }

    /** Returns the activity to which a destination's events go, if workers of the application's own do its work. */
    public Optional<PlannedActivity> activityOf(String name) {
        return find(name).flatMap(destination -> destination.transport().activity());
    }

    /** Returns the workflow that a destination starts if it is missing. */
    public Optional<NewWorkflow> newWorkflowOf(String name) {
        return find(name).flatMap(destination -> destination.transport().newWorkflow());
    }

    /** Returns the Temporal namespace that a destination declares. */
    public Optional<String> namespaceOf(String name) {
        return find(name).flatMap(destination -> destination.transport().namespace());
    }

    /** Returns the task queues of the activities to which events go. */
    public Set<String> taskQueues() {
        return byName.keySet().stream()
                .flatMap(name -> activityOf(name).stream())
                .map(PlannedActivity::taskQueue)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns a line about each destination, without values that may be secret. */
    public List<String> summaries() {
        return byName.values().stream().map(Destination::summary).toList();
    }

    Collection<Destination> all() {
        return byName.values();
    }
}
