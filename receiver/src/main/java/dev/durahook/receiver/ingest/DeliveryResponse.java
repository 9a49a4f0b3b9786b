package dev.durahook.receiver.ingest;

import dev.durahook.receiver.http.exchange.Exchange;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome.Handshaken;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome.Stored;
import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.receiver.ingest.record.DeliveryRecord;
import dev.durahook.receiver.source.Source;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;

/**
 * Answers one request, and counts, logs and traces it.
 *
 * @param exchange the request and its response
 * @param name the source's name, or {@code unknown} if no such source is declared: a name that a stranger made up must
 *     not become a label, and is neither logged nor traced
 * @param sample times the request from its beginning
 * @param deliveries counts and logs the request
 */
record DeliveryResponse(Exchange exchange, String name, Timer.Sample sample, DeliveryRecord deliveries) {

    static DeliveryResponse begin(Exchange exchange, String name, DeliveryRecord deliveries) {
        Timer.Sample sample = deliveries.begin();
        DeliverySpan.begin(exchange.request(), name);
        return new DeliveryResponse(exchange, name, sample, deliveries);
    }

    void send(DeliveryOutcome outcome, Source source) throws IOException {
        if (outcome instanceof Stored stored) {
            trace(stored);
            deliveries.stored(sample, name, stored);
            Answers.send(exchange.response(), stored, source.success());
        } else if (outcome instanceof Handshaken handshaken) {
            deliveries.handshaken(sample, name, handshaken.handshake().step());
            Answers.send(exchange.response(), handshaken.handshake());
        }
    }

    void refuse(DeliveryProblem problem) throws IOException {
        deliveries.refused(sample, name, problem);
        Answers.send(exchange.response(), problem);
    }

    // The span names an event only if the delivery has a single one.
    private void trace(Stored stored) {
        DeliverySpan.verified(exchange);
        if (stored.events().size() == 1) {
            ExtractedEvent event = stored.events().get(0).event();
            DeliverySpan.event(event.id().value(), event.type());
        }
    }
}
