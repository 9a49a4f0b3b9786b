package dev.durahook.worker.logging;

import dev.durahook.worker.WorkerAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Comes last, so that its interceptor is around all others: what they log and trace has the event's name too. */
@AutoConfiguration(
        after = WorkerAutoConfiguration.class,
        afterName = "dev.durahook.connection.tracing.TracingAutoConfiguration")
public class LoggingAutoConfiguration {

    @Bean
    EventLogging durahookEventLogging() {
        return new EventLogging();
    }
}
