package dev.durahook.worker.logging;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Adds the interceptor that names the event in log lines. Must come last, so that this interceptor runs around all
 * others and the event is also named in the lines that they log.
 */
@AutoConfiguration(
        afterName = {
            "dev.durahook.worker.WorkerAutoConfiguration",
            "dev.durahook.connection.tracing.TracingAutoConfiguration"
        })
public class LoggingAutoConfiguration {

    @Bean
    EventLogging durahookEventLogging() {
        return new EventLogging();
    }
}
