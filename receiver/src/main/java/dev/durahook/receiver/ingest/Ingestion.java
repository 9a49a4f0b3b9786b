package dev.durahook.receiver.ingest;

import dev.durahook.receiver.acceptance.Acceptance;
import dev.durahook.receiver.acceptance.Acceptance.NotStored;
import dev.durahook.receiver.acceptance.EventStore;
import dev.durahook.receiver.acceptance.NewEvent;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.Rejection;
import dev.durahook.receiver.signature.Verdict;
import dev.durahook.receiver.signature.Verdict.Rejected;
import dev.durahook.receiver.signature.Verdict.Undecided;
import dev.durahook.receiver.signature.Verdict.Verified;
import dev.durahook.receiver.source.IdentifiedEvent;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.UnidentifiedEventException;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;

/** The one way from bytes to a stored event. Nothing is parsed before it is verified, nothing unverified is stored. */
final class Ingestion {

    private final EventStore store;
    private final InstantSource clock;

    Ingestion(EventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Stores the event of a request.
     *
     * @throws DeliveryProblem if it was not stored
     */
    Receipt ingest(HttpServletRequest request, Source source) throws DeliveryProblem {
        if (source.loopbackOnly() && !Origin.isThisMachine(request)) {
            throw notVerified(new Rejected(Rejection.NOT_LOOPBACK, "a source without a signature is for this machine"));
        }
        Delivery sent = DeliveryReader.read(request, source);
        Verified verified = verify(source, sent);
        Delivery delivery = verified.of(sent);
        IdentifiedEvent event = identify(source, delivery);
        Acceptance acceptance = store.store(newEvent(source, delivery, event, verified.description()));
        if (acceptance instanceof NotStored failure) {
            throw new DeliveryProblem(Problem.NOT_STORED, Labels.of(failure.cause()), failure.detail());
        }
        return new Receipt(event.id().value(), event.type(), acceptance instanceof Acceptance.Accepted);
    }

    private static Verified verify(Source source, Delivery delivery) throws DeliveryProblem {
        Verdict verdict = source.verify(delivery);
        if (verdict instanceof Verified verified) {
            return verified;
        }
        if (verdict instanceof Undecided undecided) {
            throw new DeliveryProblem(Problem.UNDECIDED, undecided.detail());
        }
        throw notVerified((Rejected) verdict);
    }

    private static IdentifiedEvent identify(Source source, Delivery delivery) throws DeliveryProblem {
        try {
            return source.identify(delivery);
        } catch (UnidentifiedEventException e) {
            throw new DeliveryProblem(Problem.MALFORMED_EVENT, e.getMessage());
        }
    }

    private NewEvent newEvent(Source source, Delivery delivery, IdentifiedEvent identified, String verification) {
        WebhookEvent event = new WebhookEvent(
                identified.id().value(),
                source.name(),
                identified.type(),
                clock.instant(),
                source.keptHeaders(delivery),
                identified.id().original());
        return new NewEvent(
                event, EventBody.of(delivery.body()), source.taskQueue(), identified.summary(), verification);
    }

    private static DeliveryProblem notVerified(Rejected rejected) {
        return new DeliveryProblem(Problem.NOT_VERIFIED, Labels.of(rejected.reason()), rejected.detail());
    }
}
