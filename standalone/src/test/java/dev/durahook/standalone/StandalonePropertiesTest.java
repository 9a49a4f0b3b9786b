package dev.durahook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.standalone.temporal.LocalPorts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StandalonePropertiesTest {

    @Test
    void defaultsAreThoseOfTheTemporalCli() {
        StandaloneProperties properties = bind(Map.of());

        assertThat(properties.ports()).isEqualTo(new LocalPorts(7233, 8233));
        assertThat(properties.directory().path()).isEqualTo(Path.of(System.getProperty("user.home"), ".durahook"));
    }

    @Test
    void everyKeyIsMapped() {
        StandaloneProperties properties = bind(Map.of(
                "durahook.standalone.data-directory", "/var/lib/durahook",
                "durahook.standalone.temporal-port", "1",
                "durahook.standalone.web-ui-port", "65535"));

        assertThat(properties).isEqualTo(new StandaloneProperties(Path.of("/var/lib/durahook"), 1, 65535));
    }

    @Test
    void invalidPortIsRefusedByItsKey() {
        assertThatThrownBy(() -> bind(Map.of("durahook.standalone.temporal-port", "0")))
                .hasRootCauseMessage("durahook.standalone.temporal-port must be a port, from 1 to 65535");
        assertThatThrownBy(() -> bind(Map.of("durahook.standalone.web-ui-port", "65536")))
                .hasRootCauseMessage("durahook.standalone.web-ui-port must be a port, from 1 to 65535");
    }

    private static StandaloneProperties bind(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate("durahook.standalone", StandaloneProperties.class);
    }
}
