package dev.durahook.benchmarks.load.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what {@code mvn package} has made.
 *
 * @param project the project's root
 */
public record Jars(Path project) {

    /** The application of a module: its repackaged jar. */
    public Path application(String module) {
        return find(module, name -> name.endsWith("-app.jar"));
    }

    /** The module's classes alone. */
    public Path plain(String module) {
        return find(module, name -> name.matches(".*(\\d|-SNAPSHOT)\\.jar"));
    }

    private Path find(String module, Predicate<String> isWanted) {
        Path folder = project.resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isWanted.test(file.getFileName().toString()))
                    .findFirst()
                    .orElseThrow(() -> missing(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(missing(folder).getMessage(), e);
        }
    }

    private static IllegalStateException missing(Path folder) {
        return new IllegalStateException("no application in " + folder + ": run mvn package -DskipTests");
    }
}
