package dev.durahook.worker.health;

import dev.durahook.testsupport.process.AppJar;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.worker.WorkerApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

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
                .classPath(AppJar.extract(folder) + ":" + folder.resolve("handlers") + "/*")
                .environment("MANAGEMENT_SERVER_PORT", String.valueOf(port))
                .environment("TEMPORAL_ADDRESS", server.target())
                .environment("DURAHOOK_DESTINATIONS_CRM_URL", "https://crm.example.com/events?key=s3cret")
                .environment("DURAHOOK_DESTINATIONS_CRM_SIGNATURE", "none")
                .start();
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
