package dev.durahook.testing;

import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.source.Scheme;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.SourceConfiguration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The receiver's side: sources as an application declares them. */
final class Receiving {

    static final Instant NOW = Instant.parse("2026-11-24T06:30:00.250Z");
    static final String URL = "https://hooks.example.com/webhooks/shop?tenant=1";

    private Receiving() {}

    /** A source named {@code shop}. */
    static Source source(String name, Scheme scheme, String secret) {
        Map<String, Object> keys = new HashMap<>();
        keys.put("durahook.sources.shop.scheme", name);
        SignatureRule rule = scheme.signature();
        if (rule != null) {
            keys.put("durahook.sources.shop.secrets[0]", secret);
        }
        if (rule != null && rule.signsUrl()) {
            keys.put("durahook.sources.shop.public-url", URL);
        }
        return source(keys);
    }

    private static Source source(Map<String, Object> keys) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("declared", keys));
        ConfigurationPropertySources.attach(environment);
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("clock", InstantSource.fixed(NOW));
        return new SourceConfiguration()
                .sources(environment, beans.getBeanProvider(InstantSource.class))
                .named("shop")
                .orElseThrow();
    }
}
