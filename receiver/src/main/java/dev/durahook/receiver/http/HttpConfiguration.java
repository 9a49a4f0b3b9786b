package dev.durahook.receiver.http;

import dev.durahook.receiver.http.body.BodyBudget;
import dev.durahook.receiver.http.body.BodyPace;
import dev.durahook.receiver.http.body.BodyReader;
import dev.durahook.receiver.http.exchange.DeliveryPaths;
import dev.durahook.receiver.http.exchange.FirstFilter;
import dev.durahook.receiver.http.exchange.UnverifiedRequestFilter;
import dev.durahook.receiver.http.refusal.Refusals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the beans that every request passes through. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpProperties.class)
public class HttpConfiguration {

    @Bean
    BodyReader durahookBodyReader(HttpProperties properties, BodyBudget budget) {
        return new BodyReader(budget, new BodyPace(properties.bodyTimeout(), properties.bodyRate()));
    }

    @Bean
    BodyBudget durahookBodyBudget(HttpProperties properties, MeterRegistry meters) {
        BodyBudget budget = new BodyBudget(properties.bodyMemoryOrDefault());
        Gauge.builder("durahook.bodies.bytes", budget, BodyBudget::taken)
                .description("Bytes of request bodies in memory")
                .register(meters);
        Gauge.builder("durahook.bodies.bytes.limit", budget, BodyBudget::limit)
                .description("Most bytes of request bodies that may be in memory at a time")
                .register(meters);
        return budget;
    }

    // Must run before Spring Boot's filter, which begins the request's span.
    @Bean
    FilterRegistrationBean<UnverifiedRequestFilter> durahookUnverifiedRequestFilter() {
        return new FirstFilter<>(new UnverifiedRequestFilter(), DeliveryPaths.patterns());
    }

    @Bean
    Refusals durahookRefusals(MeterRegistry meters) {
        return new Refusals(meters);
    }
}
