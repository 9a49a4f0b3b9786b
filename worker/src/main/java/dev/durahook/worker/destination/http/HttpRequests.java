package dev.durahook.worker.destination.http;

import dev.durahook.worker.destination.signing.InvalidSecretException;
import dev.durahook.worker.destination.signing.StandardWebhooks;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Creates the HTTP requests to a destination. */
final class HttpRequests {

    private static final String CONTENT_TYPE = "content-type";

    private final HttpDestination destination;

    HttpRequests(HttpDestination destination) {
        this.destination = destination;
    }

    /**
     * Creates the request of one attempt.
     *
     * @throws InvalidSecretException if the request can't be signed
     */
    Request of(WebhookEvent event, byte[] body, OneShotBody content, int attempt, Instant now) {
        Headers.Builder headers = new Headers.Builder()
                .set("User-Agent", "Durahook")
                .set("Content-Type", contentType(event, body))
                .set("Idempotency-Key", event.id())
                .set("Durahook-Event-Type", event.type())
                .set("Durahook-Source", event.source())
                .set("Durahook-Attempt", Integer.toString(attempt));
        StandardWebhooks.headers(event.id(), now, body, destination.secrets().keys())
                .forEach(headers::set);
        destination.forwarded().forEach(name -> forward(event, name, headers));
        destination.headers().forEach(headers::set);
        // Without tracing there is no span, and no trace header is written.
        W3CTraceContextPropagator.getInstance().inject(Context.current(), headers, HttpRequests::set);
        return new Request.Builder()
                .url(destination.url())
                .headers(headers.build())
                .post(content)
                .build();
    }

    private static void set(Headers.@Nullable Builder headers, String name, String value) {
        if (headers != null) {
            headers.set(name, value);
        }
    }

    private static String contentType(WebhookEvent event, byte[] body) {
        String original = event.headers().get(CONTENT_TYPE);
        if (original != null && HeaderNames.canCarry(original)) {
            return original;
        }
        return EventBody.isJson(body) ? "application/json" : "application/octet-stream";
    }

    // A sender may write any bytes into a header, such as UTF-8, which this worker does not send in a header.
    private static void forward(WebhookEvent event, String name, Headers.Builder headers) {
        String value = event.headers().get(name);
        if (value != null && HeaderNames.canCarry(value)) {
            headers.set(name, value);
        }
    }
}
