package dev.durahook.connection.configuration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.context.annotation.Bean;

/** Checks the keys that Spring Boot itself binds as {@link KnownKeys} checks all others. */
@AutoConfiguration
public class KeysAutoConfiguration {

    // Static, because Spring Boot may bind properties before it creates this configuration's object.
    @Bean
    static ConfigurationPropertiesBindHandlerAdvisor durahookUnits() {
        return UnitBindHandler::new;
    }
}
