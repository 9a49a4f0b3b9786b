package dev.durahook.worker.destination;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The destinations of the configuration. There are no others: nothing in an event decides where the event is delivered
 * to.
 */
public final class Destinations {

    private final Map<String, HttpDestination> byName;

    private Destinations(Map<String, HttpDestination> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /**
     * Reads the declared destinations.
     *
     * @throws InvalidDestinationException if a destination is invalid
     */
    public static Destinations of(Environment environment) {
        AllDestinationsProperties properties =
                Binder.get(environment).bindOrCreate(AllDestinationsProperties.PREFIX, AllDestinationsProperties.class);
        return of(DestinationBinding.of(environment), properties.blockPrivateNetworks());
    }

    static Destinations of(Map<String, HttpDestinationProperties> declared, boolean blockPrivateNetworks) {
        Map<String, HttpDestination> byName = new TreeMap<>();
        declared.forEach((name, properties) ->
                byName.put(name, new HttpDeclaration(name, properties).check(blockPrivateNetworks)));
        return new Destinations(byName);
    }

    /** Returns the names of the destinations, sorted. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** Returns the name of the policy of deliveries to a destination; empty if there is no such destination. */
    public Optional<String> policyOf(String name) {
        return Optional.ofNullable(byName.get(name)).map(HttpDestination::policy);
    }

    /** Returns a line about each destination, without values that may be secret. */
    public List<String> summaries() {
        return byName.values().stream().map(HttpDestination::summary).toList();
    }

    Collection<HttpDestination> all() {
        return byName.values();
    }
}
