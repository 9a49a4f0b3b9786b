package dev.durahook.standalone.devserver;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a program by its name, as a shell does. */
public final class Executables {

    private final List<Path> directories;

    /** Looks for programs in these directories, in this order. */
    public Executables(List<Path> directories) {
        this.directories = List.copyOf(directories);
    }

    /** Finds the programs in the environment's {@code PATH}. */
    public static Executables onPath(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "");
        return new Executables(Stream.of(path.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(Path::of)
                .toList());
    }

    /**
     * The absolute path of the first program with this name, or with {@code .exe} after the name; empty if there is no
     * such program.
     */
    public Optional<Path> find(String name) {
        return directories.stream()
                .flatMap(directory -> Stream.of(directory.resolve(name), directory.resolve(name + ".exe")))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(Path::toAbsolutePath)
                .findFirst();
    }
}
