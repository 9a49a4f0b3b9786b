package dev.durahook.testsupport.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
    public static Path extract(Path folder) throws IOException, InterruptedException {
        Path jar = built();
        Process tool = new ProcessBuilder(
                        JavaProcess.java().toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString(),
                        "--force")
                .inheritIO()
                .start();
        if (!tool.waitFor(60, TimeUnit.SECONDS) || tool.exitValue() != 0) {
            throw new IllegalStateException(jar + " can't be taken apart");
        }
        return folder.resolve(jar.getFileName());
    }

    private static Path built() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
