package dev.durahook.receiver.scheme;

import dev.durahook.receiver.signing.Verifiers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The schemes of {@code schemes.yml}, by the name that a source's {@code scheme} refers to. */
public final class Schemes {

    private static final String FILE = "schemes.yml";

    private final Map<String, Scheme> byName;

    private Schemes(Map<String, Scheme> byName) {
        this.byName = new TreeMap<>(byName);
    }

    /** The schemes of the file on the class path. It is read once, because it can't change while the program runs. */
    public static Schemes load() {
        return Shipped.SCHEMES;
    }

    private static Schemes read() {
        Binder binder = new Binder(
                ConfigurationPropertySources.from(rows()),
                null,
                Verifiers.ofCatalogue().conversion());
        return new Schemes(binder.bind(
                        "schemes",
                        Bindable.mapOf(String.class, Scheme.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .get());
    }

    /** The scheme with this name. */
    public Optional<Scheme> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The names, in alphabetical order. */
    public Set<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    private static List<PropertySource<?>> rows() {
        try {
            return new YamlPropertySourceLoader().load(FILE, new ClassPathResource(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read from the class path", e);
        }
    }

    /** Loads the file when it is first needed. */
    private static final class Shipped {
        private static final Schemes SCHEMES = read();
    }
}
