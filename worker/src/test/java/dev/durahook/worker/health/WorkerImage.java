package dev.durahook.worker.health;

import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.worker.WorkerApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The worker's application, extracted and run as in docker/Dockerfile. */
final class WorkerImage implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final JavaProcess process;

    /**
     * Starts the application with a destination named {@code crm}.
     *
     * @param folder the folder for its files
     * @param port the management port
     */
    WorkerImage(TemporalServer server, Path folder, int port) throws IOException, InterruptedException {
        this.port = port;
        this.process = JavaProcess.of(WorkerApplication.class)
                .classPath(extract(folder) + ":" + folder.resolve("handlers") + "/*")
                .environment("MANAGEMENT_SERVER_PORT", String.valueOf(port))
                .environment("TEMPORAL_ADDRESS", server.target())
                .environment("DURAHOOK_DESTINATIONS_CRM_URL", "https://crm.example.com/events?key=s3cret")
                .environment("DURAHOOK_DESTINATIONS_CRM_SIGNATURE", "none")
                .start();
    }

    private static Path extract(Path folder) throws IOException, InterruptedException {
        Path jar = jar();
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
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

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    JavaProcess process() {
        return process;
    }

    /** The status of a GET; 0 while the port is closed. */
    int status(String path) {
        try {
            return get(path).statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** The answer to a GET. */
    HttpResponse<String> get(String path) throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
