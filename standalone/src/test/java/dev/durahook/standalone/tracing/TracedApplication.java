package dev.durahook.standalone.tracing;

import dev.durahook.testsupport.temporal.TemporalServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Receiver and worker in this process. GitHub's events are delivered to one destination. */
final class TracedApplication implements AutoCloseable {

    static final String SECRET = "secret-of-the-sender";

    /** Part of the destination's URL. */
    static final String TOKEN = "secret-of-the-destination";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    /** An application of any team's. */
    @EnableAutoConfiguration
    static class Both {}

    TracedApplication(TemporalServer server, RecordingServer destination, List<Class<?>> beans, String... more) {
        List<String> properties = new ArrayList<>(List.of(
                "server.port=0",
                "server.address=127.0.0.1",
                "spring.config.name=none",
                "spring.main.banner-mode=off",
                "spring.temporal.connection.target=" + server.target(),
                "durahook.sources.github.scheme=github",
                "durahook.sources.github.secrets=" + SECRET,
                "durahook.destinations.crm.url=" + destination.url("/" + TOKEN),
                "durahook.destinations.crm.signature=none",
                "durahook.destinations.crm.request-timeout=1m",
                "durahook.destinations.crm.total-timeout=1m",
                "durahook.policies.default.initial-interval=100ms",
                "durahook.routes.all.event-types=github.*",
                "durahook.routes.all.destinations=crm"));
        properties.addAll(List.of(more));
        SpringApplication application = new SpringApplication(Both.class);
        application.addPrimarySources(beans);
        context = application.run(
                properties.stream().map(property -> "--" + property).toArray(String[]::new));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /** Posts a delivery and returns the status. */
    int post(String id, String body, String signedWith, String... headers) throws Exception {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/webhooks/github"))
                .header("Content-Type", "application/json")
                .header("X-GitHub-Delivery", id)
                .header("X-GitHub-Event", "push")
                .header("X-Hub-Signature-256", "sha256=" + hmac(body, signedWith))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static String hmac(String body, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        context.close();
    }
}
