package dev.durahook.worker.destination.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.testsupport.Await;
import dev.durahook.worker.destination.Destination;
import dev.durahook.worker.destination.http.client.HttpClients;
import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationReceipt;
import io.temporal.failure.ApplicationFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import okhttp3.OkHttpClient;

/** Sends one event to the destination {@code crm}, without Temporal. */
final class CrmSender implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    static final byte[] BODY = "{\"id\": 1}".getBytes(StandardCharsets.UTF_8);
    static final WebhookEvent EVENT = event(Map.of());

    private static final Attempt THIRD = new Attempt(3, Await.PATIENCE, Duration.ofSeconds(10));

    private final HttpClients clients;
    private final Destination destination;

    private CrmSender(CrmDeclaration declared, OkHttpClient.Builder builder, boolean guarded) {
        clients = new HttpClients(builder);
        // Guards the connections only: the URL of a guarded destination may name this machine.
        // A machine that runs many tests may stand still for seconds. Only a test of a time-out declares a short one.
        destination = declared.withDefault("connect-timeout", Await.PATIENCE.toString())
                .withDefault("request-timeout", Await.PATIENCE.toString())
                .withDefault("total-timeout", Await.PATIENCE.toString())
                .destinations(new CrmDeclaration.OpenedBy(false, crm -> open(crm, guarded)))
                .find("crm")
                .orElseThrow();
    }

    private HttpTransport open(HttpDestination crm, boolean guarded) {
        return new HttpTransport(
                crm, clients.of(crm.timeouts(), 5, guarded && !crm.allowPrivateNetwork()), InstantSource.fixed(NOW));
    }

    static CrmSender to(CrmDeclaration declared) {
        return new CrmSender(declared, new OkHttpClient.Builder(), false);
    }

    static CrmSender to(CrmDeclaration declared, OkHttpClient.Builder builder) {
        return new CrmSender(declared, builder, false);
    }

    static CrmSender guarded(CrmDeclaration declared) {
        return new CrmSender(declared, new OkHttpClient.Builder(), true);
    }

    static CrmSender guarded(CrmDeclaration declared, OkHttpClient.Builder builder) {
        return new CrmSender(declared, builder, true);
    }

    static WebhookEvent event(Map<String, String> headers) {
        return new WebhookEvent("stripe:evt_1", "stripe", "stripe.charge.failed", NOW, headers, null);
    }

    DestinationReceipt send() {
        return send(EVENT, BODY);
    }

    DestinationReceipt send(WebhookEvent event, byte[] body) {
        return destination.send(event, body, THIRD);
    }

    DestinationReceipt send(Attempt attempt) {
        return destination.send(EVENT, BODY, attempt);
    }

    ApplicationFailure failure() {
        return catchThrowableOfType(ApplicationFailure.class, this::send);
    }

    @Override
    public void close() {
        clients.close();
    }
}
