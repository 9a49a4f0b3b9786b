package dev.durahook.worker.failure;

import dev.durahook.workflows.failure.TrimmedFailures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Adds the interceptor that limits and redacts the failures of every worker's activities. */
@Configuration(proxyBeanMethods = false)
public class FailureConfiguration {

    @Bean
    TrimmedFailures durahookTrimmedFailures(Environment environment) {
        return new TrimmedFailures(DeclaredRedaction.of(RedactionProperties.of(environment)));
    }
}
