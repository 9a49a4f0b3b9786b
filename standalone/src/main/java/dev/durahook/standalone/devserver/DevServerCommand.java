package dev.durahook.standalone.devserver;

import dev.durahook.standalone.temporal.LocalAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * The command that starts a development server.
 *
 * @param cli the Temporal CLI
 * @param port the port for Temporal
 * @param webUiPort the port for the Web UI
 * @param database the database file that holds the events
 * @param namespace the namespace, which is created if it is missing
 */
record DevServerCommand(Path cli, int port, int webUiPort, Path database, String namespace) {

    /**
     * The program and its arguments. With a fully synchronised write-ahead log, an event costs one write to the disk
     * instead of several, and is just as safe.
     */
    List<String> arguments() {
        return List.of(
                cli.toString(),
                "server",
                "start-dev",
                "--ip",
                LocalAddress.HOST,
                "--port",
                Integer.toString(port),
                "--ui-port",
                Integer.toString(webUiPort),
                "--db-filename",
                database.toString(),
                "--sqlite-pragma",
                "journal_mode=WAL",
                "--sqlite-pragma",
                "synchronous=FULL",
                "--namespace",
                namespace,
                "--search-attribute",
                NamespaceSetup.STATUS_ATTRIBUTE + "=Keyword",
                "--log-level",
                "warn");
    }

    String target() {
        return LocalAddress.target(port);
    }
}
