package dev.durahook.receiver.source;

import dev.durahook.connection.watch.PeriodicWatch;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.keys.https.KeyWaits;
import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.receiver.secret.SecretWarnings;
import dev.durahook.receiver.signing.Verifiers;
import dev.durahook.receiver.verifier.Verifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Creates the {@link Sources} bean from {@code durahook.sources}. */
@Configuration(proxyBeanMethods = false)
public class SourceConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SourceConfiguration.class);
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);

    /**
     * The declared sources. An application may define its own {@link InstantSource}, {@link ExternalKeys} and {@link
     * Verifier} beans.
     */
    @Bean
    public Sources durahookSources(
            Environment environment,
            ObjectProvider<Verifier> verifiers,
            ObjectProvider<InstantSource> clock,
            ObjectProvider<ExternalKeys> externalKeys) {
        InstantSource time = clock.getIfUnique(InstantSource::system);
        Map<String, SourceProperties> declared = SourceBinding.of(environment, Verifiers.with(verifiers));
        Sources sources = declared(time, externalKeys.getIfUnique(() -> ExternalKeys.ofInternet(waits(environment))))
                .of(declared);
        SourceReport.log(sources, declared);
        declared.forEach((name, source) -> warn(name, source, time.instant()));
        sources.all().stream().filter(Source::loopbackOnly).forEach(SourceConfiguration::warn);
        sources.all().forEach(source -> source.guard().ifPresent(guard -> warn(source, guard)));
        return sources;
    }

    /**
     * Looks at secrets without a delivery: a leaked secret whose file was removed must be out of use before a stranger
     * sends the first delivery with it.
     */
    @Bean
    PeriodicWatch durahookSecretWatch(Sources sources) {
        return new PeriodicWatch(
                "durahook-secret-watch", LOOK_INTERVAL, () -> sources.all().forEach(Source::lookAtSecrets));
    }

    // Deliveries that wait for keys hold Tomcat's threads, and must leave some.
    static KeyWaits waits(Environment environment) {
        Integer threads = environment.getProperty("server.tomcat.threads.max", Integer.class);
        return threads == null ? KeyWaits.usual() : KeyWaits.amongThreads(threads);
    }

    static SourceFactory declared(InstantSource clock, ExternalKeys externalKeys) {
        return new SourceFactory(Schemes.load(), clock, externalKeys);
    }

    private static void warn(String name, SourceProperties source, Instant now) {
        SecretWarnings.log(name, source.secrets(), source.secretFiles(), now);
        if (source.verifyToken() != null) {
            SecretWarnings.logToken(name, source.verifyToken(), now);
        }
    }

    private static void warn(Source source, Guard guard) {
        LOG.warn(
                "Source {} does not verify its sender, and relies on {} in front of the receiver: a request that gets"
                        + " through can contain any event",
                source.name(),
                guard);
    }

    private static void warn(Source source) {
        LOG.warn(
                "Source {} has scheme: none. Its deliveries are not verified, so only this machine may post to it",
                source.name());
    }
}
