package dev.durahook.receiver.source;

import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.receiver.signing.Verifiers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/** Sources from the YAML that an operator would write under {@code durahook.sources}. */
public final class Declaration {

    /** The default time of the tests' clock. */
    public static final InstantSource NOW = InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000L));

    private static final Schemes SCHEMES = Schemes.load();

    /** The addresses that were visited to confirm subscriptions. */
    public static final List<URI> VISITED = new CopyOnWriteArrayList<>();

    private static final ExternalKeys OUTSIDE = new ExternalKeys(
            (address, json) -> {
                VISITED.add(address);
                return new byte[0];
            },
            (chain, at) -> {
                throw new GeneralSecurityException("nobody is trusted here");
            });

    private Declaration() {}

    /** The only source of a configuration, such as {@code shop: {scheme: stripe, secrets: [whsec_x]}}. */
    public static Source source(String yaml) {
        return source(yaml, NOW);
    }

    /** The same source at another time. */
    public static Source source(String yaml, InstantSource clock) {
        return source(yaml, clock, OUTSIDE);
    }

    /** The same source with other fetched keys. */
    public static Source source(String yaml, InstantSource clock, ExternalKeys externalKeys) {
        return new SourceFactory(SCHEMES, clock, externalKeys)
                .of(properties(yaml))
                .all()
                .iterator()
                .next();
    }

    static Sources sources(String yaml, InstantSource clock) {
        return new SourceFactory(SCHEMES, clock, OUTSIDE).of(properties(yaml));
    }

    static Map<String, SourceProperties> properties(String yaml) {
        return SourceBinding.of(environment(yaml), Verifiers.ofCatalogue());
    }

    /** The configuration that declares these sources. */
    public static StandardEnvironment environment(String yaml) {
        String indented = yaml.indent(4);
        byte[] document = ("durahook:\n  sources:\n" + indented).getBytes(StandardCharsets.UTF_8);
        StandardEnvironment environment = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("application.yml", new ByteArrayResource(document))
                    .forEach(environment.getPropertySources()::addFirst);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
