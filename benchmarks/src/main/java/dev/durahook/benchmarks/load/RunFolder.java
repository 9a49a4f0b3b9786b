package dev.durahook.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The folder in which a run of the benchmark keeps its logs and the results of all events.
 *
 * @param run the name of the run, which no other run has
 * @param path the path of the folder
 */
record RunFolder(String run, Path path) {

    /** Makes a new folder in the module's folder {@code target}. */
    static RunFolder create(Path project) {
        String run = "bench" + Long.toString(Instant.now().toEpochMilli(), Character.MAX_RADIX);
        Path path = project.resolve("benchmarks/target/load")
                .resolve(run)
                .toAbsolutePath()
                .normalize();
        try {
            return new RunFolder(run, Files.createDirectories(path));
        } catch (IOException e) {
            throw new UncheckedIOException("can't make the folder " + path, e);
        }
    }
}
