package dev.durahook.worker.failure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What every worker does with failures. */
@Configuration(proxyBeanMethods = false)
public class FailureConfiguration {

    @Bean
    TrimmedFailures durahookTrimmedFailures(Environment environment) {
        return new TrimmedFailures(DeclaredRedaction.of(RedactionProperties.of(environment)));
    }
}
