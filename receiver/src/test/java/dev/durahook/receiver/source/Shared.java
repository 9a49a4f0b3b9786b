package dev.durahook.receiver.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Test data that lies beside the checkout and is no part of it. Tests that need it are skipped where it is absent. */
public final class Shared {

    private Shared() {}

    /** A file or folder of it; ends the test as skipped if there is none. */
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
