package dev.durahook.receiver.ingest;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.http.body.BodyFailure;
import dev.durahook.receiver.http.body.BodyReader;
import dev.durahook.receiver.http.exchange.DeliveryPaths;
import dev.durahook.receiver.http.exchange.Exchange;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome;
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
    private final transient Sources sources;

    private final transient Ingestion ingestion;
    private final transient BodyReader bodies;
    private final transient DeliveryRecord deliveries;
    private final boolean isDedicated;

    /** @param isDedicated whether the application does nothing but receive */
    WebhookServlet(
            Sources sources, Ingestion ingestion, BodyReader bodies, DeliveryRecord deliveries, boolean isDedicated) {
        this.sources = sources;
        this.ingestion = ingestion;
        this.bodies = bodies;
        this.deliveries = deliveries;
        this.isDedicated = isDedicated;
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
                throw unknownSource();
            }
            Delivery headersOnly = DeliveryReader.readHeaders(exchange, source);
            bodies.read(exchange, source.maxBodySize(), new PendingDelivery(reply, ingestion, source, headersOnly));
        } catch (DeliveryProblem problem) {
            bodies.dismiss(exchange, () -> reply.refuse(problem));
        } finally {
            logged.end();
        }
    }

    // Without any source, the configuration of a receiver was not found or not read as it was meant, which is no
    // fault of the sender. An application that embeds the receiver may do other work without a source.
    private DeliveryProblem unknownSource() {
        return isDedicated && sources.all().isEmpty()
                ? new DeliveryProblem(Problem.RECEIVER_FAILED, "no source is declared under durahook.sources")
                : new DeliveryProblem(Problem.UNKNOWN_SOURCE, "declare it under durahook.sources");
    }

    // A slash at the end is accepted, since people often write one when they configure a webhook.
    private static String nameIn(HttpServletRequest request) {
        String path = request.getPathInfo();
        String name = path == null ? "" : path.substring(1);
        String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return bare.isEmpty() ? DeliveryPaths.UNNAMED : bare;
    }

    /**
     * Continues with a request to a declared source once its body has been read, or could not be read.
     *
     * @param headersOnly the URL and headers of the request, with an empty body
     */
    record PendingDelivery(DeliveryResponse response, Ingestion ingestion, Source source, Delivery headersOnly)
            implements BodyReader.Receiver {

        @Override
        public void received(byte[] body) throws IOException {
            LoggedEvent logged = LoggedEvent.from(source.name());
            try {
                response.send(ingest(headersOnly.carrying(body)), source);
            } catch (DeliveryProblem problem) {
                response.refuse(problem);
            } finally {
                logged.end();
            }
        }

        @Override
        public void failed(BodyFailure failure) throws IOException {
            LoggedEvent logged = LoggedEvent.from(source.name());
            try {
                response.refuse(problem(failure));
            } finally {
                logged.end();
            }
        }

        private DeliveryOutcome ingest(Delivery sent) throws DeliveryProblem {
            try {
                return ingestion.ingest(response.exchange().sent(), sent, source);
            } catch (DeliveryProblem problem) {
                throw problem;
            } catch (Exception | Error e) {
                // Tomcat would close the connection after an Error such as that no thread can be started. A verifier in
                // Kotlin may throw a checked exception that it does not declare.
                throw DeliveryProblem.failed(e);
            }
        }

        private DeliveryProblem problem(BodyFailure failure) {
            return switch (failure) {
                case TOO_LARGE ->
                    new DeliveryProblem(
                            Problem.BODY_TOO_LARGE,
                            "the limit is " + source.maxBodySize().toBytes() + " bytes");
                case TOO_SLOW ->
                    new DeliveryProblem(Problem.BODY_TOO_SLOW, "see durahook.http.body-timeout and body-rate");
                case INCOMPLETE -> new DeliveryProblem(Problem.UNREADABLE_BODY, "the body ended early or is malformed");
                case NO_ROOM ->
                    new DeliveryProblem(
                            Problem.RECEIVER_FULL, "the request bodies being read fill the memory set aside for them");
                case SERVER_FAILED ->
                    new DeliveryProblem(Problem.RECEIVER_FAILED, "the server failed while it read the body");
                case NO_MEMORY -> new DeliveryProblem(Problem.RECEIVER_FAILED, "Java has no memory for the body");
            };
        }
    }
}
