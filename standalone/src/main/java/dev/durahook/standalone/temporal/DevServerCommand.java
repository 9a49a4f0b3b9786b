package dev.durahook.standalone.temporal;

import java.nio.file.Path;
import java.util.List;

/**
 * How a development server is started.
 *
 * @param cli the Temporal CLI
 * @param port where it serves Temporal
 * @param webUiPort where it serves the Web UI
 * @param database the file that holds its events
 * @param namespace is created if it isn't there
 */
record DevServerCommand(Path cli, int port, int webUiPort, Path database, String namespace) {

    /**
     * The program and its arguments. With a write-ahead log, synchronised fully, an event costs one write to the disk
     * instead of several, and is as safe.
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
