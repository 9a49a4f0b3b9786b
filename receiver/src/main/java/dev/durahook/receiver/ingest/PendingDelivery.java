package dev.durahook.receiver.ingest;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.http.body.BodyFailure;
import dev.durahook.receiver.http.body.BodyReceiver;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome;
import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.receiver.ingest.outcome.Problem;
import dev.durahook.receiver.source.Source;
import dev.durahook.workflows.logging.LoggedEvent;
import java.io.IOException;

/**
 * Continues with a request to a declared source once its body has been read, or could not be read.
 *
 * @param headersOnly the URL and headers of the request, with an empty body
 */
record PendingDelivery(DeliveryResponse response, Ingestion ingestion, Source source, Delivery headersOnly)
        implements BodyReceiver {

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
        } catch (RuntimeException | Error e) {
            // Tomcat would close the connection after an Error such as that no thread can be started.
            throw DeliveryProblem.failed(e);
        }
    }

    private DeliveryProblem problem(BodyFailure failure) {
        return switch (failure) {
            case TOO_LARGE ->
                new DeliveryProblem(
                        Problem.BODY_TOO_LARGE,
                        "the limit is " + source.maxBodySize().toBytes() + " bytes");
            case TOO_SLOW -> new DeliveryProblem(Problem.BODY_TOO_SLOW, "see durahook.http.body-timeout and body-rate");
            case INCOMPLETE -> new DeliveryProblem(Problem.UNREADABLE_BODY, "the body ended early or is malformed");
            case NO_ROOM ->
                new DeliveryProblem(
                        Problem.RECEIVER_FULL, "the request bodies being read fill the memory set aside for them");
            case NO_MEMORY -> new DeliveryProblem(Problem.RECEIVER_FAILED, "Java has no memory for the body");
        };
    }
}
