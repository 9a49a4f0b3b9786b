package dev.durahook.receiver.source;

import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.SecretText;
import dev.durahook.receiver.keys.ExternalKeys;
import dev.durahook.receiver.signing.Verifiers;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** Gives the tool that explains refused deliveries access to sources and their secrets. */
public final class RevealedSources {

    private final Map<String, SourceProperties> declared;
    private final InstantSource clock;
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
        return SourceConfiguration.declared(clock, ExternalKeys.ofInternet())
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
        List<SecretProperties> all = Stream.concat(
                        properties.secrets().stream(),
                        properties.secretFiles().stream().map(SecretProperties::in))
                .toList();
        SecretNames names = new SecretNames(all);
        List<RevealedSecret> open = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            open.add(open(names.label(i), all.get(i), clock.instant()));
        }
        return open;
    }

    // An unreadable file is an error only for its own source, and is reported when that source starts.
    private static RevealedSecret open(String label, SecretProperties secret, Instant now) {
        String file = secret.file();
        try {
            String text = file == null ? secret.text() : SecretText.inFile(Path.of(file));
            return new RevealedSecret(label, text, state(secret, now), secret.isValid(now));
        } catch (InvalidTextException e) {
            return RevealedSecret.unreadable(label, e.problem());
        } catch (InvalidPathException e) {
            return RevealedSecret.unreadable(label, "is not a valid path: name a file");
        }
    }

    private static String state(SecretProperties secret, Instant now) {
        if (secret.hasExpired(now)) {
            return "expired at " + secret.notAfter();
        }
        return secret.hasBegun(now) ? "valid" : "valid from " + secret.notBefore() + " on";
    }
}
