package dev.durahook.worker.destination.activity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds activities on workers of the application's own to the kinds of destinations. */
@Configuration(proxyBeanMethods = false)
public class ActivityKindConfiguration {

    @Bean
    ActivityKind durahookActivityKind() {
        return new ActivityKind();
    }
}
