package dev.durahook.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.ReceiverAutoConfiguration;
import dev.durahook.receiver.acceptance.start.NewEvent;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Sources;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A receiver with declared sources on a free port, with a test's store instead of Temporal. */
final class ReceiverOverHttp implements AutoCloseable {

    private final ConfigurableApplicationContext application;
    private final HttpClient client = HttpClient.newHttpClient();

    private ReceiverOverHttp(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** Starts the receiver; each source is the YAML under {@code durahook.sources}. */
    static ReceiverOverHttp of(String... sources) {
        Sources declared =
                new Sources(Stream.of(sources).map(Declaration::source).toList());
        return new ReceiverOverHttp(new SpringApplicationBuilder(Receiver.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("durahookSources", declared))
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--logging.level.root=warn",
                        "--management.endpoint.health.group.readiness.include=readinessState"));
    }

    FakeStore store() {
        return application.getBean(FakeStore.class);
    }

    /** Checks that nothing was stored, as after a handshake, and clears the store for the next test. */
    void assertNothingStored() {
        Map<String, NewEvent> stored = Map.copyOf(store().events);
        store().forget();
        Declaration.VISITED.clear();
        assertThat(stored).isEmpty();
    }

    /** How many requests to a source had this outcome. */
    long count(String source, String outcome) {
        return application.getBean(MeterRegistry.class).find("durahook.deliveries").timers().stream()
                .filter(timer -> source.equals(timer.getId().getTag("source")))
                .filter(timer -> outcome.equals(timer.getId().getTag("outcome")))
                .mapToLong(timer -> timer.count())
                .sum();
    }

    /** How many events of a source lacked this value and were stored. */
    long unidentified(String source, String missing) {
        return application
                .getBean(MeterRegistry.class)
                .find("durahook.events.unidentified")
                .tags("source", source, "missing", missing)
                .counters()
                .stream()
                .mapToLong(counter -> (long) counter.count())
                .sum();
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> head(String path) throws IOException, InterruptedException {
        return send("HEAD", path, "");
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send("POST", path, body, headers);
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofByteArray(body), headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send(method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    int port() {
        return Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        application.close();
    }

    @EnableAutoConfiguration(exclude = ReceiverAutoConfiguration.class)
    @Import(IngestConfiguration.class)
    static class Receiver {

        @Bean
        FakeStore store() {
            return new FakeStore();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
