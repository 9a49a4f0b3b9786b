package dev.durahook.standalone.webui;

import dev.durahook.standalone.StandaloneApplication;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The standalone application, with a route for each of the states that an event can be in. */
final class Shop implements AutoCloseable {

    private static final String HANDLERS = "dev.durahook.standalone.webui.handlers";
    private static final String SECRET = "a secret of this test";

    private final int port = FreePort.next();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JavaProcess process;

    /**
     * Starts the application.
     *
     * @param crmPolicy the policy of the destination crm: patient retries after an hour, and once parks at once
     */
    Shop(TemporalServer temporal, Path folder, Destination destination, String crmPolicy) {
        process = JavaProcess.of(StandaloneApplication.class)
                .environment("TEMPORAL_ADDRESS", temporal.target())
                .environment("GITHUB_WEBHOOK_SECRET", SECRET)
                .arguments(Stream.concat(
                                Stream.of(
                                        "server.port=" + port,
                                        "spring.main.sources=dev.durahook.examples," + HANDLERS,
                                        "durahook.standalone.data-directory=" + folder,
                                        "durahook.sources.webhook.id.pointer=/id"),
                                routes(destination, crmPolicy).stream())
                        .map(property -> "--" + property)
                        .toArray(String[]::new))
                .start();
        process.awaitLine("Durahook is ready");
    }

    private static List<String> routes(Destination destination, String crmPolicy) {
        return List.of(
                "durahook.policies.patient.delays=1h",
                "durahook.policies.once.maximum-attempts=1",
                "durahook.destinations.crm.url=" + destination.url(),
                "durahook.destinations.crm.signature=none",
                "durahook.destinations.crm.policy=" + crmPolicy,
                // An only attempt must not fail because this machine stands still.
                "durahook.destinations.crm.request-timeout=1m",
                "durahook.destinations.crm.total-timeout=1m",
                "durahook.destinations.ledger.request-timeout=1m",
                "durahook.destinations.ledger.total-timeout=1m",
                "durahook.destinations.ledger.url=" + destination.url(),
                "durahook.destinations.ledger.signature=none",
                "durahook.destinations.ledger.policy=once",
                "durahook.routes.orders.event-types=webhook.order_paid",
                "durahook.routes.orders.destinations=crm",
                "durahook.routes.invoices.event-types=webhook.invoice_sent",
                "durahook.routes.invoices.destinations=ledger",
                "durahook.routes.issues.event-types=github.issues",
                "durahook.routes.issues.destinations=ledger");
    }

    /** Posts an event to the source that needs no signature. */
    void post(String id, String type) {
        String body = "{\"id\": \"%s\", \"event\": \"%s\", \"data\": {\"number\": 17}}".formatted(id, type);
        send(request("webhook", body));
    }

    /** Posts an event as GitHub does. */
    void postAsGithub(String id, String type, String body) {
        send(request("github", body)
                .header("X-GitHub-Delivery", id)
                .header("X-GitHub-Event", type)
                .header("X-Hub-Signature-256", "sha256=" + sign(body)));
    }

    private HttpRequest.Builder request(String source, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/" + source))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    // On a busy machine the event may not be stored in time. A sender delivers it again then, and so does this test.
    private void send(HttpRequest.Builder request) {
        HttpResponse<String> answer = Await.value(
                "another answer than 503",
                () -> Optional.of(answer(request.build())).filter(each -> each.statusCode() != 503));
        if (answer.statusCode() != 202 && answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String sign(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
