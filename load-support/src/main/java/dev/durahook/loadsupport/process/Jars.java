package dev.durahook.loadsupport.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the jars that {@code mvn package} has made. Of several versions in a folder, the jar that was built last counts.
 *
 * @param project the project's root
 */
public record Jars(Path project) {

    /** The repackaged jar of a module, which contains the whole application. */
    public Path application(String module) {
        return find(module, name -> name.endsWith("-app.jar"));
    }

    /** The jar of a module that contains only the module's classes. */
    public Path plain(String module) {
        return find(module, name -> name.matches(".*(\\d|-SNAPSHOT)\\.jar"));
    }

    private Path find(String module, Predicate<String> isWanted) {
        Path folder = project.resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isWanted.test(file.getFileName().toString()))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> missing(folder, null));
        } catch (IOException e) {
            throw missing(folder, e);
        }
    }

    private static IllegalStateException missing(Path folder, @Nullable IOException cause) {
        return new IllegalStateException(folder + " does not have the jar: run mvn package -DskipTests", cause);
    }
}
