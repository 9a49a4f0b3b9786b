package dev.durahook.standalone.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.signing.Deliveries;
import dev.durahook.standalone.endtoend.Installation;
import dev.durahook.standalone.endtoend.PatientPrograms;
import dev.durahook.standalone.operations.handlers.WelcomeMail;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The system of the person on call: Temporal, the application, and the folder of its files. */
final class Site implements AutoCloseable {

    /** The secret of the source {@code github}. */
    static final String SECRET = "the old secret";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TemporalServer temporal;
    private final Path folder;
    private final String path;
    private final Installation application;

    /**
     * Starts the application with two secrets of the source {@code github}.
     *
     * @param crm the destination of pushes
     * @param properties further configuration, each as {@code key=value}
     */
    Site(TemporalServer temporal, Path folder, String crm, String... properties) {
        this.temporal = temporal;
        this.folder = folder;
        this.path = PatientPrograms.pathIn(folder);
        write("secret-file", SECRET);
        write("current", SECRET);
        link("scripts");
        link("standalone");
        application = new Installation(
                temporal.target(),
                folder,
                Stream.concat(
                                Stream.of(
                                        "spring.config.additional-location=" + write("application.yml", github()),
                                        "spring.main.sources=" + WelcomeMail.class.getPackageName(),
                                        "durahook.routes.pushes.event-types=github.push",
                                        "durahook.routes.pushes.destinations=crm",
                                        // Tests wait for the 503 while Temporal is away. After a long outage, the
                                        // worker asks for tasks late.
                                        "durahook.acceptance.timeout=10s",
                                        "durahook.destinations.crm.url=" + crm,
                                        "durahook.destinations.crm.signature=none",
                                        "durahook.destinations.crm.policy=impatient",
                                        "durahook.destinations.crm.request-timeout=1m",
                                        "durahook.destinations.crm.total-timeout=1m",
                                        "durahook.policies.impatient.initial-interval=100ms",
                                        "durahook.policies.impatient.maximum-attempts=2"),
                                Stream.of(properties))
                        .toArray(String[]::new));
    }

    private String github() {
        return String.join(
                "\n",
                "durahook.sources.github:",
                "  scheme: github",
                "  secrets:",
                "    - { file: " + folder.resolve("current") + ", name: current }",
                "    - { file: " + write("next", SECRET) + ", name: next }",
                "");
    }

    /** The commands under a heading of the runbook. */
    Commands commands(String heading) {
        String base = application.url("").replaceFirst("/webhooks/$", "");
        return new Commands(
                new Runbook().commands(heading),
                folder,
                Map.of("PATH", path, "TEMPORAL_ADDRESS", temporal.target(), "WAIT", "300"),
                Map.of("http://127.0.0.1:8000", base, "http://127.0.0.1:9000", base));
    }

    /** Delivers an event as GitHub does and returns the answer. */
    HttpResponse<String> deliver(String type, String id, String secret) {
        return send(Deliveries.of("github")
                .withType(type)
                .withId(id)
                .to(application.url("github"))
                .signedWith(secret)
                .toRequest()
                .build());
    }

    /** Delivers an event of any size to the source without verification. */
    HttpResponse<String> deliver(String id, int size) {
        return deliver("{\"event\":\"nobody_takes\",\"id\":\"" + id + "\",\"x\":\"" + "x".repeat(size) + "\"}");
    }

    /** Delivers a body to the source without verification. */
    HttpResponse<String> deliver(String body) {
        return send(HttpRequest.newBuilder(URI.create(application.url("webhook")))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Delivers an event as GitHub does until it is stored, and returns the last answer. */
    HttpResponse<String> store(String type, String id) {
        return untilStored(() -> deliver(type, id, SECRET));
    }

    /**
     * Delivers an event until it is stored, and returns the last answer. On a busy machine, or while a server comes
     * back, a delivery may be refused with 503.
     */
    HttpResponse<String> untilStored(Supplier<HttpResponse<String>> delivery) {
        HttpResponse<String> answer = Await.value(
                "a delivery is answered with another status than 503",
                () -> Optional.of(delivery.get()).filter(given -> given.statusCode() != 503));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
        return answer;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    TemporalServer temporal() {
        return temporal;
    }

    Path write(String file, String content) {
        try {
            return Files.writeString(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void link(String name) {
        try {
            Path link = folder.resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of("..", name).toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
