package dev.durahook.testsupport.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The repackaged application of the module under test, which only Maven's phase {@code package} makes. */
public final class AppJar {

    private AppJar() {}

    /**
     * Extracts the application as docker/Dockerfile does.
     *
     * @param folder the folder for the application's files
     * @return the application's jar in the folder
     */
    public static Path extract(Path folder) throws IOException {
        Path jar = built(Path.of("target"));
        ChildProcess tool = ChildProcess.start(
                List.of(
                        JavaProcess.java().toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString(),
                        "--force"),
                Map.of());
        if (!tool.awaitEnd() || tool.exitCode() != 0) {
            throw new IllegalStateException(jar + " can't be extracted:\n" + tool.output());
        }
        return folder.resolve(jar.getFileName());
    }

    /** The application that was built last: those of other versions may be left from earlier builds. */
    static Path built(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-app.jar"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
    }
}
