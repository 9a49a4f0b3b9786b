package dev.durahook.receiver.namespace;

import dev.durahook.receiver.source.Sources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the checks of the Temporal namespace. */
@Configuration(proxyBeanMethods = false)
public class NamespaceConfiguration {

    @Bean
    RetentionCheck durahookRetentionCheck(Sources sources) {
        return new RetentionCheck(sources.all());
    }

    @Bean
    BodySizeCheck durahookBodySizeCheck(Sources sources) {
        return new BodySizeCheck(sources.all());
    }
}
