package dev.durahook.worker.destination;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationKind;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of destinations that a worker has: its own kinds, and the kinds that the application adds. */
final class DestinationKinds {

    private final Map<String, DestinationKind<?>> byName = new TreeMap<>();

    /**
     * Takes the kinds.
     *
     * @throws IllegalStateException if two kinds have the same name
     */
    DestinationKinds(Collection<? extends DestinationKind<?>> kinds) {
        for (DestinationKind<?> kind : kinds) {
            DestinationKind<?> other = byName.putIfAbsent(kind.name(), kind);
            if (other != null) {
                throw new IllegalStateException(
                        "two kinds of destinations are named '%s': %s and %s; give one of them another name()"
                                .formatted(
                                        kind.name(),
                                        other.getClass().getName(),
                                        kind.getClass().getName()));
            }
        }
    }

    /**
     * Returns the kind of a destination.
     *
     * @param name the name of the kind
     * @param destination the name of the destination
     * @throws InvalidConfigurationException if there is no such kind
     */
    DestinationKind<?> named(String name, String destination) {
        DestinationKind<?> kind = byName.get(name);
        if (kind == null) {
            throw DeclaredDestination.invalidKey(
                    DeclaredDestination.key(destination, "kind"),
                    "is not a known kind; use one of " + String.join(", ", byName.keySet())
                            + ", or add a bean of type DestinationKind; in a test, give it to"
                            + " TestConfiguration.withDestinationKind");
        }
        return kind;
    }
}
