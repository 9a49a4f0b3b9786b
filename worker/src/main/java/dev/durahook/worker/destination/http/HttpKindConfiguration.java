package dev.durahook.worker.destination.http;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Adds HTTP to the kinds of destinations. */
@Configuration(proxyBeanMethods = false)
public class HttpKindConfiguration {

    @Bean
    HttpKind durahookHttpKind(Environment environment, ObjectProvider<InstantSource> clock) {
        return HttpKind.of(environment, clock.getIfUnique(InstantSource::system));
    }
}
