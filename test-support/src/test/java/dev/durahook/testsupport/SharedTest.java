package dev.durahook.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedTest {

    @Test
    void rootIsTheFolderThatHoldsGit(@TempDir Path folder) throws IOException {
        Path module = Files.createDirectories(folder.resolve("checkout/module/src"));
        Files.createDirectory(folder.resolve("checkout/.git"));
        assertThat(Shared.root(module)).isEqualTo(folder.resolve("checkout"));
    }

    @Test
    void gitIsAFileInAWorktree(@TempDir Path folder) throws IOException {
        Path checkout = Files.createDirectories(folder.resolve("checkout"));
        Files.writeString(checkout.resolve(".git"), "gitdir: elsewhere");
        assertThat(Shared.root(checkout)).isEqualTo(checkout);
    }

    @Test
    void corpusIsFilesInAStableOrder() {
        assertThat(Shared.corpus("github"))
                .isNotEmpty()
                .allMatch(Files::isRegularFile)
                .isSorted();
    }

    @Test
    void vectorsAreAFile() {
        assertThat(Shared.vectors()).isRegularFile();
    }
}
