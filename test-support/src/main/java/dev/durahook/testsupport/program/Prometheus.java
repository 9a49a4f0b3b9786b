package dev.durahook.testsupport.program;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.process.ChildProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Prometheus server. Needs {@code prometheus} on PATH: mark the test with {@link RequiresPrometheus}. */
public final class Prometheus implements AutoCloseable {

    /** The remedy if Prometheus is missing. */
    static final String REMEDY = "prometheus and promtool are not on PATH: apt-get install prometheus";

    private final int port = FreePort.next();
    private final ChildProcess process;

    private Prometheus(Path configuration, Path data) {
        process = ChildProcess.start(
                List.of(
                        "prometheus",
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + data,
                        "--web.listen-address=127.0.0.1:" + port),
                Map.of());
        Await.until("Prometheus is ready", this::isReady);
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param configuration the file {@code prometheus.yml}
     * @param data an empty folder for the server's data
     */
    public static Prometheus start(Path configuration, Path data) {
        return new Prometheus(configuration, data);
    }

    /** The address of the server's API. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.kill();
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("prometheus ended with " + process.exitCode() + ": " + process.output());
        }
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) address().resolve("/-/ready").toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
