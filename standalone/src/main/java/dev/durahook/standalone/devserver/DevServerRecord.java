package dev.durahook.standalone.devserver;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Records in a file which development server runs on the database. The next run reads it if this process is killed. */
public final class DevServerRecord {

    private final Path file;

    /** A record in this file, which may be missing. */
    public DevServerRecord(Path file) {
        this.file = file;
    }

    /**
     * A development server that runs or has run.
     *
     * @param process the server's process ID
     * @param owner the process ID of the application that has started the server and stops it
     * @param port the port for Temporal
     * @param webUiPort the port for the Web UI
     */
    public record RecordedServer(long process, long owner, int port, int webUiPort) {}

    void write(RecordedServer server) {
        Properties properties = new Properties();
        properties.setProperty("process", Long.toString(server.process()));
        properties.setProperty("owner", Long.toString(server.owner()));
        properties.setProperty("port", Integer.toString(server.port()));
        properties.setProperty("web-ui-port", Integer.toString(server.webUiPort()));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "The development server that runs on the database beside this file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The recorded server, which may have ended meanwhile; empty if the file is missing or incomplete.
     *
     * @throws UncheckedIOException if the file can't be read
     */
    public Optional<RecordedServer> read() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parse(properties);
    }

    // A start that is killed while it writes leaves an incomplete file.
    private static Optional<RecordedServer> parse(Properties properties) {
        try {
            return Optional.of(new RecordedServer(
                    Long.parseLong(properties.getProperty("process")),
                    Long.parseLong(properties.getProperty("owner")),
                    Integer.parseInt(properties.getProperty("port")),
                    Integer.parseInt(properties.getProperty("web-ui-port"))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Deletes the record if it is that of this process. */
    void deleteOf(long process) {
        if (read().filter(recorded -> recorded.process() == process).isPresent()) {
            delete();
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
