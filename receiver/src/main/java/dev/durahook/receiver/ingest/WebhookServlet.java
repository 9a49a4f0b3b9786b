package dev.durahook.receiver.ingest;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.http.body.BodyReader;
import dev.durahook.receiver.http.exchange.Exchange;
import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.receiver.ingest.outcome.Problem;
import dev.durahook.receiver.ingest.record.DeliveryRecord;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.Sources;
import dev.durahook.workflows.logging.LoggedEvent;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves {@code POST /webhooks/{source}}, and {@code POST /webhook} for the source named {@code webhook}.
 *
 * <p>This is a servlet and not a controller, because Spring's dispatcher would parse a multipart body before it is
 * verified.
 */
final class WebhookServlet extends HttpServlet {

    /** The source of requests to {@code /webhook}. */
    private static final String UNNAMED = "webhook";

    private final transient Sources sources;
    private final transient Ingestion ingestion;
    private final transient BodyReader bodies;
    private final transient DeliveryRecord deliveries;

    WebhookServlet(Sources sources, Ingestion ingestion, BodyReader bodies, DeliveryRecord deliveries) {
        this.sources = sources;
        this.ingestion = ingestion;
        this.bodies = bodies;
        this.deliveries = deliveries;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = Exchange.of(request, response);
        Source source = sources.named(nameIn(request)).orElse(null);
        String name = source == null ? "unknown" : source.name();
        DeliveryResponse reply = DeliveryResponse.begin(exchange, name, deliveries);
        LoggedEvent logged = LoggedEvent.from(name);
        try {
            if (source == null) {
                throw new DeliveryProblem(Problem.UNKNOWN_SOURCE, "declare it under durahook.sources");
            }
            Delivery headersOnly = DeliveryReader.readHeaders(exchange, source);
            bodies.read(exchange, source.maxBodySize(), new PendingDelivery(reply, ingestion, source, headersOnly));
        } catch (DeliveryProblem problem) {
            bodies.dismiss(exchange, () -> reply.refuse(problem));
        } finally {
            logged.end();
        }
    }

    // A slash at the end is accepted, since people often write one when they configure a webhook.
    private static String nameIn(HttpServletRequest request) {
        String path = request.getPathInfo();
        String name = path == null ? "" : path.substring(1);
        String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return bare.isEmpty() ? UNNAMED : bare;
    }
}
