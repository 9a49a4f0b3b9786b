package dev.durahook.receiver.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Test data outside of the checkout. Tests that need this data are skipped if it is missing. */
public final class Shared {

    private Shared() {}

    /** A file or folder of the test data; skips the test if it is missing. */
    public static Path path(String name) {
        Optional<Path> path =
                checkout().map(root -> root.resolveSibling("shared").resolve(name));
        Assumptions.assumeTrue(
                path.filter(Files::exists).isPresent(), () -> "no ../shared/" + name + " beside the checkout");
        return path.orElseThrow();
    }

    private static Optional<Path> checkout() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(".git")))
                .findFirst();
    }
}
