package dev.durahook.standalone;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.standalone.storage.DataDirectory;
import dev.durahook.standalone.temporal.LocalPorts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The configuration of the standalone application, which finds or starts a Temporal on this machine.
 *
 * @param dataDirectory the directory of the development server's database and log, and of the generated secret.
 *     Default: {@code .durahook} in the user's home directory.
 * @param temporalPort the port of 127.0.0.1 on which a running Temporal is looked for, and on which one is started
 * @param webUiPort the port of 127.0.0.1 on which Temporal's Web UI is looked for, and on which it is started
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

    DataDirectory directory() {
        return DataDirectory.of(dataDirectory, Path.of(System.getProperty("user.home")));
    }

    LocalPorts ports() {
        return new LocalPorts(temporalPort, webUiPort);
    }

    private static void requirePort(int port, String key) {
        if (port < 1 || port > 65_535) {
            throw InvalidConfigurationException.ofKey(
                    "durahook.standalone." + key,
                    "must be a port, from 1 to 65535",
                    "Correct the value, or leave the key out to use the default.");
        }
    }
}
