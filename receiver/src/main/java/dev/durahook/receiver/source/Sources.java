package dev.durahook.receiver.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The declared sources, by name. */
public final class Sources {

    private final Map<String, Source> byName = new LinkedHashMap<>();

    /**
     * The given sources.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public Sources(Collection<? extends Source> sources) {
        sources.forEach(this::add);
    }

    private void add(Source source) {
        if (byName.putIfAbsent(source.name(), source) != null) {
            throw new IllegalArgumentException("two sources are named '" + source.name() + "': rename one");
        }
    }

    /** The source with this name. */
    public Optional<Source> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All sources, in the order of their declaration. */
    public Collection<Source> all() {
        return List.copyOf(byName.values());
    }
}
