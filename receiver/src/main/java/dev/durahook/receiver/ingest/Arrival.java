package dev.durahook.receiver.ingest;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.http.BodyFailure;
import dev.durahook.receiver.http.BodyReceiver;
import dev.durahook.receiver.source.Source;
import dev.durahook.workflows.logging.LoggedEvent;
import java.io.IOException;

/**
 * A request to a declared source that waits for its body.
 *
 * @param outside the request without its body
 */
record Arrival(Reception reception, Ingestion ingestion, Source source, Delivery outside) implements BodyReceiver {

    @Override
    public void received(byte[] body) throws IOException {
        LoggedEvent logged = LoggedEvent.from(source.name());
        try {
            reception.send(ingest(outside.carrying(body)), source);
        } catch (DeliveryProblem problem) {
            reception.refuse(problem);
        } finally {
            logged.end();
        }
    }

    @Override
    public void failed(BodyFailure failure) throws IOException {
        LoggedEvent logged = LoggedEvent.from(source.name());
        try {
            reception.refuse(problem(failure));
        } finally {
            logged.end();
        }
    }

    private Outcome ingest(Delivery sent) throws DeliveryProblem {
        try {
            return ingestion.ingest(reception.exchange().sent(), sent, source);
        } catch (RuntimeException e) {
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
            case INCOMPLETE -> new DeliveryProblem(Problem.UNREADABLE_BODY, "it ended early, or is malformed");
            case NO_ROOM -> new DeliveryProblem(Problem.RECEIVER_FULL, "too many bytes of bodies at a time");
        };
    }
}
