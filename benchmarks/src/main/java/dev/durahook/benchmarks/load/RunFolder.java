package dev.durahook.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Where a run keeps its raw results and logs.
 *
 * @param run the run's name, different for each
 */
record RunFolder(String run, Path path) {

    /** Makes a new folder below the module's target. */
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
