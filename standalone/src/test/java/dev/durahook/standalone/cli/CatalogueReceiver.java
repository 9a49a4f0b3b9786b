package dev.durahook.standalone.cli;

import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.EventStore;
import dev.durahook.receiver.ingest.IngestConfiguration;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.receiver.source.SourceConfiguration;
import dev.durahook.signing.SecretPair;
import dev.durahook.signing.keys.ProviderKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A receiver on a free port, with a source for every scheme. A list takes the place of Temporal. */
final class CatalogueReceiver implements AutoCloseable {

    static final Schemes CATALOGUE = Schemes.load();
    static final String PUBLIC_URL = "https://hooks.example.com/webhooks/shop";

    private final AnnotationConfigServletWebServerApplicationContext application =
            new AnnotationConfigServletWebServerApplicationContext();
    private final Map<String, SecretPair> secrets = new TreeMap<>();
    private final List<String> stored = new CopyOnWriteArrayList<>();
    private final ProviderKeys keys = ProviderKeys.generate();

    CatalogueReceiver(InstantSource clock) {
        Map<String, Object> declared = new HashMap<>();
        CATALOGUE.names().forEach(name -> declared.putAll(source(name)));
        application.getEnvironment().getPropertySources().addFirst(new MapPropertySource("declared", declared));
        ConfigurationPropertySources.attach(application.getEnvironment());
        application.registerBean(TomcatServletWebServerFactory.class, () -> new TomcatServletWebServerFactory(0));
        application.registerBean(InstantSource.class, () -> clock);
        application.registerBean(ExternalKeys.class, keys::outside);
        application.registerBean(MeterRegistry.class, () -> new SimpleMeterRegistry());
        application.registerBean(EventStore.class, () -> event -> {
            stored.add(event.event().id());
            return new Acceptance.Accepted();
        });
        application.register(SourceConfiguration.class, IngestConfiguration.class);
        application.refresh();
    }

    /** The secret with which the sender of this scheme signs; empty if the sender does not sign. */
    String secret(String scheme) {
        return secrets.containsKey(scheme) ? secrets.get(scheme).sender() : "";
    }

    String url(String scheme) {
        return "http://localhost:" + application.getWebServer().getPort() + "/webhooks/" + scheme;
    }

    ProviderKeys keys() {
        return keys;
    }

    /** The ids of the stored events of a source. */
    List<String> stored(String scheme) {
        return stored.stream().filter(id -> id.startsWith(scheme + ":")).toList();
    }

    private Map<String, Object> source(String name) {
        Scheme scheme = CATALOGUE.named(name).orElseThrow();
        String key = "durahook.sources." + name + ".";
        Map<String, Object> keys = new HashMap<>(Map.of(key + "scheme", name));
        if (!scheme.signing().isUnsigned()) {
            secrets.put(name, SecretPair.of(name));
            keys.put(key + "secrets[0]", secrets.get(name).receiver());
        }
        if (scheme.id() == null) {
            keys.put(key + "id.each-delivery", "true");
        }
        if (scheme.signing().signsUrl()) {
            keys.put(key + "public-url", PUBLIC_URL);
        }
        if (scheme.signing().needsGuard()) {
            keys.put(key + "guarded-by", "mutual-tls");
        }
        return keys;
    }

    @Override
    public void close() {
        application.close();
    }
}
