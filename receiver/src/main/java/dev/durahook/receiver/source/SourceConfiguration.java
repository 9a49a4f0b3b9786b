package dev.durahook.receiver.source;

import dev.durahook.receiver.keys.Outside;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Turns {@code durahook.sources} into the {@link Sources} of the receiver. */
@Configuration(proxyBeanMethods = false)
public class SourceConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SourceConfiguration.class);

    /** The declared sources; the clock is the system's unless the application has another. */
    @Bean
    public Sources sources(Environment environment, ObjectProvider<InstantSource> clock) {
        DeclaredSources declared =
                new DeclaredSources(Schemes.load(), clock.getIfUnique(InstantSource::system), Outside.world());
        Sources sources = declared.of(SourceBinding.of(environment));
        sources.all().stream().filter(Source::loopbackOnly).forEach(SourceConfiguration::warn);
        sources.all().forEach(source -> source.guard().ifPresent(guard -> warn(source, guard)));
        return sources;
    }

    private static void warn(Source source, Guard guard) {
        LOG.warn(
                "Source {} verifies no sender. It relies on {} in front of it: whoever gets past that can send anything",
                source.name(),
                guard);
    }

    private static void warn(Source source) {
        LOG.warn(
                "Source {} has scheme: none. Nothing it sends is verified, so only this machine may post to it",
                source.name());
    }
}
