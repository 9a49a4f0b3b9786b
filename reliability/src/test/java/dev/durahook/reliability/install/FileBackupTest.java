package dev.durahook.reliability.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.loadsupport.process.LoggedProcess;
import dev.durahook.reliability.process.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBackupTest {

    @TempDir
    private Path folder;

    private final AtomicInteger starts = new AtomicInteger();
    private Path database;
    private Node server;
    private FileBackup backup;

    @BeforeEach
    void start() throws IOException {
        database = folder.resolve("temporal.db");
        server = Node.start("Temporal", () -> {
            starts.incrementAndGet();
            return LoggedProcess.start(List.of("sleep", "600"), folder.resolve("log"));
        });
        backup = new FileBackup(server, database, Files.createDirectory(folder.resolve("copy")));
        write("", "before");
        write("-wal", "newest before");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void databaseIsPutBackWithItsNewestCommits() throws IOException {
        backup.make();
        write("", "after");
        write("-wal", "newest after");
        write("-shm", "index of after");
        backup.putBack();

        assertThat(database).hasContent("before");
        assertThat(folder.resolve("temporal.db-wal")).hasContent("newest before");
        assertThat(folder.resolve("temporal.db-shm")).doesNotExist();
    }

    @Test
    void serverIsStartedAgainEachTime() {
        backup.make();
        backup.putBack();

        assertThat(starts).hasValue(3);
    }

    @Test
    void laterBackupReplacesTheFormer() throws IOException {
        backup.make();
        write("", "later");
        Files.delete(folder.resolve("temporal.db-wal"));
        backup.make();
        write("", "after");
        backup.putBack();

        assertThat(database).hasContent("later");
        assertThat(folder.resolve("temporal.db-wal")).doesNotExist();
    }

    private void write(String end, String content) throws IOException {
        Files.writeString(Path.of(database + end), content);
    }
}
