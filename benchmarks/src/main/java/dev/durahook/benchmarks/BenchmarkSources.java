package dev.durahook.benchmarks;

import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.SourceConfiguration;
import dev.durahook.receiver.verifier.Verifier;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Makes a receiver's sources in the same way as the application. */
final class BenchmarkSources {

    /** The time at which deliveries are signed and verified. */
    static final Instant NOW = Instant.ofEpochSecond(1_700_000_000L);

    private BenchmarkSources() {}

    /** The source that verifies a sender's deliveries. */
    static Source source(BenchmarkProvider sender) {
        String prefix = "durahook.sources.%s.".formatted(sender.scheme());
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "benchmarks",
                        Map.of(prefix + "scheme", sender.scheme(), prefix + "secrets[0]", sender.secret())));
        ConfigurationPropertySources.attach(environment);
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("clock", InstantSource.fixed(NOW)));
        return new SourceConfiguration()
                .durahookSources(
                        environment,
                        beans.getBeanProvider(Verifier.class),
                        beans.getBeanProvider(InstantSource.class),
                        beans.getBeanProvider(ExternalKeys.class))
                .named(sender.scheme())
                .orElseThrow();
    }
}
