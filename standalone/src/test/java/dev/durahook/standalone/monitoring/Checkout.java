package dev.durahook.standalone.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that operators use as they are. */
final class Checkout {

    private Checkout() {}

    /** The Prometheus configuration, the alerts and their test. */
    static Path prometheus(String file) {
        return root().resolve("deploy/prometheus").resolve(file);
    }

    static String dashboard() throws IOException {
        return Files.readString(root().resolve("deploy/grafana/durahook.json"));
    }

    static String operations() throws IOException {
        return Files.readString(root().resolve("docs/operations.md"));
    }

    private static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }
}
