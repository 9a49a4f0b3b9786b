package dev.durahook.receiver.source;

import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.receiver.configuration.SourceKeys;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.receiver.secret.RevealedSecret;
import dev.durahook.receiver.signing.Verifiers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/** Gives the tool that explains refused deliveries access to sources and their secrets. */
public final class RevealedSources {

    private final Map<String, SourceProperties> declared;
    private final InstantSource clock;
    private final Supplier<ExternalKeys> keys = SingletonSupplier.of(ExternalKeys::ofInternet);
    private final Map<String, Source> sources = new ConcurrentHashMap<>();

    private RevealedSources(Map<String, SourceProperties> declared, InstantSource clock) {
        this.declared = declared;
        this.clock = clock;
    }

    /**
     * The sources of a configuration, without checking them yet.
     *
     * @param verifiers the verifiers to which the sources' schemes can refer
     * @throws InvalidSourceException if the configuration can't be read
     */
    public static RevealedSources of(Environment environment, InstantSource clock, Verifiers verifiers) {
        return new RevealedSources(SourceBinding.of(environment, verifiers), clock);
    }

    /** Whether a source with this name is declared. */
    public boolean declares(String name) {
        return declared.containsKey(name);
    }

    /**
     * The source with this name, with the current content of its secrets.
     *
     * @throws InvalidSourceException if it is not declared, or not valid
     */
    public RevealedSource named(String name) {
        SourceKeys keys = new SourceKeys(name);
        SourceProperties properties = declared.get(name);
        if (properties == null) {
            throw keys.invalid("", "is not declared: use one of " + String.join(", ", declared.keySet()));
        }
        Scheme scheme = new SchemeChoice(Schemes.load()).of(keys, properties);
        return new RevealedSource(
                sources.computeIfAbsent(name, this::source),
                scheme.signing(),
                properties.publicUrl(),
                secrets(properties));
    }

    private Source source(String name) {
        return SourceConfiguration.declared(clock, keys.get())
                .of(Map.of(name, declared.get(name)))
                .named(name)
                .orElseThrow();
    }

    /** The secrets of all other sources, labelled with the name of their source. */
    public List<RevealedSecret> secretsOfOthers(String name) {
        return declared.entrySet().stream()
                .filter(other -> !other.getKey().equals(name))
                .flatMap(other -> secrets(other.getValue()).stream()
                        .map(secret -> new RevealedSecret(other.getKey(), secret.text(), "", secret.isValid())))
                .toList();
    }

    private List<RevealedSecret> secrets(SourceProperties properties) {
        return RevealedSecret.all(properties.secrets(), properties.secretFiles(), clock.instant());
    }
}
