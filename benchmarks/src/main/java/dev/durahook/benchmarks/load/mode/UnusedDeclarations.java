package dev.durahook.benchmarks.load.mode;

import dev.durahook.benchmarks.load.traffic.GithubDoor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sources and routes that are configured, but that no event uses.
 *
 * @param sources the number of sources
 * @param routes the number of routes
 */
public record UnusedDeclarations(int sources, int routes) {

    /** The configuration of a receiver with these sources. */
    Map<String, String> sourceProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        for (int number = 0; number < sources; number++) {
            String source = "durahook.sources.other-" + number;
            properties.put(source + ".scheme", "github");
            properties.put(source + ".secrets", GithubDoor.SECRET);
        }
        return properties;
    }

    /**
     * The configuration of a worker with these routes.
     *
     * @param destination the declared destination to which the routes lead
     */
    Map<String, String> routeProperties(String destination) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (int number = 0; number < routes; number++) {
            String route = "durahook.routes.other-" + number;
            properties.put(route + ".event-types", "other-" + number + ".push");
            properties.put(route + ".destinations", destination);
        }
        return properties;
    }
}
