package dev.durahook.testsupport.program;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs of this machine on {@code PATH}. */
public final class Programs {

    private Programs() {}

    /** The first executable of this name on {@code PATH}. */
    public static Optional<Path> find(String name) {
        return find(name, listed("PATH"));
    }

    // A folder counts as executable, too.
    static Optional<Path> find(String name, Stream<Path> folders) {
        return folders.map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The paths that an environment variable lists, separated as in {@code PATH}. */
    public static Stream<Path> listed(String variable) {
        return Stream.of(System.getenv().getOrDefault(variable, "").split(File.pathSeparator))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
    }
}
