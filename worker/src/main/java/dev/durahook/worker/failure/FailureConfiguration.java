package dev.durahook.worker.failure;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every worker does with failures. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedactionProperties.class)
public class FailureConfiguration {

    @Bean
    TrimmedFailures durahookTrimmedFailures(RedactionProperties redaction) {
        return new TrimmedFailures(DeclaredRedaction.of(redaction));
    }
}
