package dev.durahook.worker.destination;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.delivery.DeliveryReceipt;
import io.temporal.failure.ApplicationFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import okhttp3.OkHttpClient;

/** Delivers one event to the destination {@code crm}, without Temporal. */
final class CrmSender implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    static final byte[] BODY = "{\"id\": 1}".getBytes(StandardCharsets.UTF_8);
    static final WebhookEvent EVENT = event(Map.of());

    private static final Attempt THIRD = new Attempt(3, Duration.ofSeconds(50), Duration.ofSeconds(10));

    private final HttpClients clients;
    private final HttpTransport delivery;

    private CrmSender(CrmDeclaration declared, OkHttpClient.Builder builder, boolean guarded) {
        clients = new HttpClients(builder, 5, guarded);
        HttpDestination destination = declared.destination();
        delivery = new HttpTransport(destination, clients.of(destination), InstantSource.fixed(NOW));
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

    DeliveryReceipt deliver() {
        return deliver(EVENT, BODY);
    }

    DeliveryReceipt deliver(WebhookEvent event, byte[] body) {
        return delivery.deliver(event, body, THIRD);
    }

    DeliveryReceipt deliver(Attempt attempt) {
        return delivery.deliver(EVENT, BODY, attempt);
    }

    ApplicationFailure failure() {
        return catchThrowableOfType(ApplicationFailure.class, this::deliver);
    }

    @Override
    public void close() {
        clients.close();
    }
}
