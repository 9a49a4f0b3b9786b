package dev.durahook.reliability.install;

import dev.durahook.reliability.process.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A copy of the development server's database, made while the server is away.
 *
 * @param server the server's process
 * @param database the database file
 * @param folder the folder for the copy
 */
record FileBackup(Node server, Path database, Path folder) implements Backup {

    // In WAL mode, the newest commits are in a file of their own. The third file is an index of the second one.
    private static final List<String> FILES = List.of("", "-wal", "-shm");

    @Override
    public void make() {
        replace(folder.resolve("backup.db"), database);
    }

    @Override
    public void putBack() {
        replace(database, folder.resolve("backup.db"));
    }

    private void replace(Path target, Path source) {
        server.terminate();
        try {
            for (String end : FILES) {
                Files.deleteIfExists(Path.of(target + end));
                if (Files.exists(Path.of(source + end))) {
                    Files.copy(Path.of(source + end), Path.of(target + end), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't copy the database " + source, e);
        }
        server.start();
    }
}
