package dev.durahook.loadsupport.server;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a running server. */
public final class ServerOptions {

    @Option(
            names = "--temporal",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:TEMPORAL_ADDRESS}",
            description =
                    "The address of a running server (default: TEMPORAL_ADDRESS; if neither is set, the development"
                            + " server of the CLI on PATH is started).")
    private @Nullable String temporal;

    @Option(
            names = "--namespace",
            defaultValue = "default",
            description = "The namespace on the running server (default: ${DEFAULT-VALUE}).")
    private String namespace = "default";

    /** Whether there is a running server. Otherwise, a development server is started. */
    public boolean isGiven() {
        return temporal != null && !temporal.isEmpty();
    }

    /** The address of the running server, as {@code host:port}. */
    public String address() {
        return String.valueOf(temporal);
    }

    /** The namespace on the running server. */
    public String namespace() {
        return namespace;
    }
}
