package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.combined.handlers.HeldWork;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.process.AppJar;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application, extracted and run as in docker/Dockerfile, with a jar of handlers beside it. */
@RequiresTemporal
class CombinedImageIT {

    @TempDir
    private Path folder;

    @Test
    void isReadyOnceItsWorkersArePolledAndRunsTheHandlersBesideIt() throws Exception {
        CombinedProcess.release(folder);
        try (TemporalServer temporal = TemporalServer.start(folder.resolve("temporal.db"))) {
            temporal.kill();
            try (CombinedProcess combined = image(temporal)) {
                isAliveAndNotReady(combined.alive());
                temporal.restart();
                isReady(combined.ready());

                assertThat(combined.post("held", "1")).isEqualTo(202);
                Histories.of(temporal).awaitCompleted("1");
                assertThat(combined.done()).containsOnly("webhook:1");
            }
        }
    }

    private static void isAliveAndNotReady(CombinedProcess combined) throws IOException {
        assertThat(combined.status("/actuator/health/readiness")).isEqualTo(503);
        assertThat(combined.get("/actuator/health/readiness")).contains("firstPoll", "the workers do not run");
        assertThat(combined.post("held", "1")).isEqualTo(503);
    }

    private static void isReady(CombinedProcess combined) throws IOException {
        assertThat(combined.get("/actuator/health/readiness")).doesNotContain("pollers", "slots");
        assertThat(combined.get("/actuator/health/worker"))
                .contains("pollers", "slots", "\"taskQueues\":[\"durahook\"");
        assertThat(combined.metrics()).contains("durahook_acceptance_limit", "durahook_events_parked");
        // The SDK's counters come with its next report, every ten seconds.
        Await.until(
                "the SDK's metrics are shown",
                () -> combined.metrics().lines().anyMatch(line -> line.startsWith("temporal_")));
        assertThat(combined.status("/actuator/env")).isEqualTo(404);
    }

    private CombinedProcess image(TemporalServer temporal) throws IOException, InterruptedException {
        Path app = folder.resolve("app");
        Path handlers = Files.createDirectories(app.resolve("handlers"));
        pack(handlers.resolve("handlers.jar"));
        return new CombinedProcess(
                JavaProcess.of(CombinedApplication.class)
                        .classPath(AppJar.extract(app) + ":" + handlers + "/*")
                        .option("-D" + HeldWork.FOLDER + "=" + folder),
                temporal.target(),
                folder,
                Stream.of("spring.main.sources=" + HeldWork.class.getPackageName()));
    }

    // Spring finds the classes of a package only if the jar has an entry for each folder, like the jars of Maven.
    private static void pack(Path jar) throws IOException {
        Path classes = Path.of("target/test-classes");
        Path handlers = classes.resolve(HeldWork.class.getPackageName().replace('.', '/'));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(handlers)) {
            Path names = classes.relativize(handlers);
            for (int depth = 1; depth <= names.getNameCount(); depth++) {
                out.putNextEntry(new JarEntry(names.subpath(0, depth) + "/"));
            }
            for (Path file : files.toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }
}
