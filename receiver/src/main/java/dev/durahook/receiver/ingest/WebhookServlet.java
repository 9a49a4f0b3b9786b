package dev.durahook.receiver.ingest;

import dev.durahook.receiver.ingest.Outcome.Handshaken;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.Sources;
import dev.durahook.receiver.tracing.DeliverySpan;
import dev.durahook.workflows.logging.LoggedEvent;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /webhooks/{source}}, and {@code POST /webhook} for the source named {@code webhook}.
 *
 * <p>A servlet and no controller: Spring's dispatcher would read a multipart body before anybody has verified it.
 */
final class WebhookServlet extends HttpServlet {

    /** Where it is mapped. */
    static final String[] PATHS = {"/webhook", "/webhooks/*"};

    /** The source of the path that names none. */
    private static final String UNNAMED = "webhook";

    private final transient Sources sources;
    private final transient Ingestion ingestion;
    private final transient DeliveryRecord deliveries;

    WebhookServlet(Sources sources, Ingestion ingestion, DeliveryRecord deliveries) {
        this.sources = sources;
        this.ingestion = ingestion;
        this.deliveries = deliveries;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Timer.Sample sample = deliveries.begin();
        Source source = sources.named(nameIn(request)).orElse(null);
        // A name that a stranger made up is no label, and neither logged nor traced.
        String name = source == null ? "unknown" : source.name();
        LoggedEvent logged = LoggedEvent.from(name);
        DeliverySpan span = DeliverySpan.of(request, name);
        try {
            if (source == null) {
                throw ingestion.unknown(request);
            }
            Outcome outcome = ingestion.ingest(request, source);
            trace(span, outcome);
            answer(response, sample, source, outcome);
        } catch (DeliveryProblem problem) {
            deliveries.refused(sample, name, problem);
            Answers.send(response, problem);
        } finally {
            logged.end();
        }
    }

    // One of several events would stand for all of them.
    private static void trace(DeliverySpan span, Outcome outcome) {
        if (outcome instanceof Receipts receipts) {
            span.verified();
            if (receipts.events().size() == 1) {
                span.event(
                        receipts.events().get(0).eventId(),
                        receipts.events().get(0).type());
            }
        }
    }

    private void answer(HttpServletResponse response, Timer.Sample sample, Source source, Outcome outcome)
            throws IOException {
        if (outcome instanceof Receipts receipts) {
            deliveries.stored(sample, source.name(), receipts);
            Answers.send(response, receipts, source.success());
        } else if (outcome instanceof Handshaken handshaken) {
            deliveries.handshaken(sample, source.name(), handshaken.handshake().step());
            Answers.send(response, handshaken.handshake());
        }
    }

    private static String nameIn(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null ? UNNAMED : path.substring(1);
    }
}
