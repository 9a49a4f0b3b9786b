package dev.durahook.connection.configuration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.context.annotation.Bean;

/** Refuses what {@link KnownKeys#checked} refuses in the records that Spring Boot itself binds, too. */
@AutoConfiguration
public class KeysAutoConfiguration {

    // Static, because Spring Boot may bind properties before it creates this configuration's object.
    @Bean
    static ConfigurationPropertiesBindHandlerAdvisor durahookKeys() {
        return OwnKeysBindHandler::new;
    }
}
