package dev.durahook.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds real deliveries and test vectors in the folder {@code shared} beside the checkout. If they are absent, the test
 * is skipped.
 */
public final class Shared {

    private Shared() {}

    /** The file of test vectors: signatures that every scheme has to verify or to refuse. */
    public static Path vectors() {
        return existing(folder().resolve("vectors/vectors.json"));
    }

    /** The folder of requests that a receiver once answered wrongly. */
    public static Path cases() {
        return existing(folder().resolve("cases/requests"));
    }

    /** Every file of a provider's corpus, sorted by path. */
    public static Stream<Path> corpus(String provider) {
        Path root = existing(folder().resolve("corpus").resolve(provider));
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return root(Path.of("").toAbsolutePath()).resolveSibling("shared");
    }

    /** The checkout's root: the nearest folder that holds {@code .git}, which is a file in a worktree. */
    static Path root(Path start) {
        Path folder = start;
        while (folder != null && !Files.exists(folder.resolve(".git"))) {
            folder = folder.getParent();
        }
        return Objects.requireNonNullElse(folder, start.getRoot().resolve("no-checkout"));
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            SkipNotice.print("a test that reads " + path, "not beside this checkout");
            Assumptions.abort("not beside this checkout: " + path);
        }
        return path;
    }
}
