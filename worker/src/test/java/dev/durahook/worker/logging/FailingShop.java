package dev.durahook.worker.logging;

import dev.durahook.worker.WorkerApplication;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A worker whose handler logs a line, and fails with the whole body in its message. */
@Configuration(proxyBeanMethods = false)
class FailingShop {

    public static void main(String[] arguments) {
        SpringApplication.run(new Class<?>[] {WorkerApplication.class, FailingShop.class}, arguments);
    }

    @Bean
    EventHandler failing() {
        return new EventHandler() {
            @Override
            public List<String> eventTypes() {
                return List.of("shop.*");
            }

            @Override
            public String name() {
                return "book";
            }

            @Override
            public String handle(EventAttempt attempt) {
                LoggerFactory.getLogger(FailingShop.class).info("Booking");
                throw new IllegalStateException("can't book " + new String(attempt.bytes(), StandardCharsets.UTF_8));
            }
        };
    }
}
