package dev.durahook.receiver;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Restores the log levels that an application of a test has set, when the application is closed. Spring Boot leaves the
 * levels as they are, and later tests of the same JVM read the log. {@code META-INF/spring.factories} adds this listener to
 * every application.
 */
final class RestoredLogLevels implements ApplicationListener<ContextClosedEvent> {

    private static final Bindable<Map<String, String>> LEVELS = Bindable.mapOf(String.class, String.class);

    private final LoggingSystem logging = LoggingSystem.get(RestoredLogLevels.class.getClassLoader());

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        Binder.get(event.getApplicationContext().getEnvironment())
                .bind("logging.level", LEVELS)
                .orElse(Map.of())
                .keySet()
                .forEach(this::restore);
    }

    private void restore(String logger) {
        if (logger.equalsIgnoreCase(LoggingSystem.ROOT_LOGGER_NAME)) {
            logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
        } else {
            logging.setLogLevel(logger, null);
        }
    }
}
