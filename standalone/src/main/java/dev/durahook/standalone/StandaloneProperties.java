package dev.durahook.standalone;

import dev.durahook.standalone.temporal.LocalPorts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set for the application that brings its own Temporal.
 *
 * @param dataDirectory holds the development server's database and log, and the generated secret. Default:
 *     {@code .durahook} in the user's home directory.
 * @param temporalPort the port of 127.0.0.1 on which a Temporal is looked for and started
 * @param webUiPort the port of 127.0.0.1 on which its Web UI is looked for and started
 */
@ConfigurationProperties("durahook.standalone")
record StandaloneProperties(
        @Nullable Path dataDirectory,
        @DefaultValue("7233") int temporalPort,
        @DefaultValue("8233") int webUiPort) {

    StandaloneProperties {
        requirePort(temporalPort, "temporal-port");
        requirePort(webUiPort, "web-ui-port");
    }

    Path dataDirectoryOrDefault() {
        return dataDirectory != null ? dataDirectory : Path.of(System.getProperty("user.home"), ".durahook");
    }

    LocalPorts ports() {
        return new LocalPorts(temporalPort, webUiPort);
    }

    private static void requirePort(int port, String key) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("durahook.standalone." + key + " must be a port, from 1 to 65535");
        }
    }
}
