package dev.durahook.loadsupport.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the product's applications in a JVM of its own, started from its repackaged jar.
 *
 * @param jar the application
 * @param extra what is added to the application's class path: jars, such as jars of handlers, or a folder of jars
 * @param options the options of the JVM
 * @param properties the application's configuration
 */
public record SpringApp(Path jar, List<Path> extra, List<String> options, Map<String, String> properties) {

    // Every repackaged jar contains this launcher. It is the only launcher that reads loader.path.
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /**
     * Starts the application and waits until it is ready.
     *
     * @param port the port on which the application serves deliveries and health
     * @param log the file for the application's output
     */
    public LoggedProcess start(int port, Path log) {
        LoggedProcess process = LoggedProcess.start(command(port), log);
        return process.awaitReady(() -> isReady(port));
    }

    private List<String> command(int port) {
        List<String> jvm = new ArrayList<>(options);
        jvm.addAll(List.of("-Dloader.path=" + loaderPath(), "-cp", jar.toString(), LAUNCHER));
        List<String> arguments = new ArrayList<>(
                List.of("--server.port=" + port, "--management.server.port=" + port, "--server.address=127.0.0.1"));
        properties.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return JavaCommand.of(jvm, arguments);
    }

    private String loaderPath() {
        return extra.stream().map(Path::toString).collect(Collectors.joining(","));
    }

    private static boolean isReady(int port) {
        HttpRequest probe = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return CLIENT.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an application", e);
        }
    }
}
