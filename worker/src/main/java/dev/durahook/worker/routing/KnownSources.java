package dev.durahook.worker.routing;

import dev.durahook.workflows.routing.EventPattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The sources that the worker's own configuration declares, if the worker runs in one process with the receiver or has
 * the same configuration. A type of no source is probably misspelt: its events would complete as unhandled.
 *
 * @param names the names of the sources; empty if the configuration has none
 */
record KnownSources(Set<String> names) {

    private static final Logger LOG = LoggerFactory.getLogger(KnownSources.class);

    static KnownSources of(Environment environment) {
        return new KnownSources(Binder.get(environment)
                .bind("durahook.sources", Bindable.mapOf(String.class, Object.class))
                .map(Map::keySet)
                .orElseGet(Set::of));
    }

    /** Warns of types that no declared source has. It is only a warning, because another receiver may have the source. */
    void check(String by, List<EventPattern> types) {
        if (names.isEmpty()) {
            return;
        }
        types.stream()
                .filter(type -> names.stream().noneMatch(type::mayMatchTypeOf))
                .forEach(type -> LOG.warn(
                        "{}: no source under durahook.sources has events of the type '{}'. Begin the type with the name of a"
                                + " source, unless another receiver has this source",
                        by,
                        type.value()));
    }
}
