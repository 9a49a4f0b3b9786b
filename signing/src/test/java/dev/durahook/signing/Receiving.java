package dev.durahook.signing;

import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.SourceConfiguration;
import dev.durahook.receiver.source.Sources;
import dev.durahook.receiver.verifier.Verifier;
import dev.durahook.signing.keys.ProviderKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The receiver's side: a source for every row of the catalogue, named as its scheme, as an application declares it. */
final class Receiving {

    static final Instant NOW = Instant.parse("2026-11-24T06:30:00.250Z");
    static final String URL = "https://hooks.example.com/webhooks/shop?tenant=1";
    static final Schemes CATALOGUE = Schemes.load();
    static final ProviderKeys KEYS = ProviderKeys.generate();

    private static final Map<String, SecretPair> SECRETS = new HashMap<>();
    private static final Sources SOURCES = sources();

    private Receiving() {}

    static Source source(String scheme) {
        return SOURCES.named(scheme).orElseThrow();
    }

    /** The secret with which the sender of this source signs. */
    static String secret(String scheme) {
        return SECRETS.get(scheme).sender();
    }

    static Scheme scheme(String name) {
        return CATALOGUE.named(name).orElseThrow();
    }

    private static Sources sources() {
        Map<String, Object> keys = new HashMap<>();
        CATALOGUE.names().forEach(name -> keys.putAll(declared(name)));
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("declared", keys));
        ConfigurationPropertySources.attach(environment);
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("clock", InstantSource.fixed(NOW));
        beans.registerSingleton("outside", KEYS.outside());
        return new SourceConfiguration()
                .durahookSources(
                        environment,
                        beans.getBeanProvider(Verifier.class),
                        beans.getBeanProvider(InstantSource.class),
                        beans.getBeanProvider(ExternalKeys.class));
    }

    private static Map<String, Object> declared(String name) {
        Scheme scheme = scheme(name);
        String key = "durahook.sources." + name + ".";
        Map<String, Object> keys = new HashMap<>(Map.of(key + "scheme", name));
        if (!scheme.signing().isUnsigned()) {
            SECRETS.put(name, SecretPair.of(name));
            keys.put(key + "secrets[0]", SECRETS.get(name).receiver());
        }
        if (scheme.id() == null) {
            keys.put(key + "id.header", "X-Request-Id");
            keys.put(key + "id.otherwise[0].each-delivery", "true");
        }
        if (scheme.signing().signsUrl()) {
            keys.put(key + "public-url", URL);
        }
        if (scheme.signing().needsGuard()) {
            keys.put(key + "guarded-by", "mutual-tls");
        }
        return keys;
    }
}
