package dev.durahook.receiver.ingest;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.handshake.Handshake;
import dev.durahook.receiver.http.Exchange;
import dev.durahook.receiver.signature.Rejection;
import dev.durahook.receiver.signature.Verdict;
import dev.durahook.receiver.signature.Verdict.Rejected;
import dev.durahook.receiver.signature.Verdict.Undecided;
import dev.durahook.receiver.signature.Verdict.Verified;
import dev.durahook.receiver.source.CarriedEvent;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.TooManyEventsException;
import dev.durahook.receiver.source.UnidentifiedEventException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The one way from bytes to stored events. Nothing is stored that was not verified, and no handshake is. */
final class Ingestion {

    private final Storing storing;
    private final Mismatches mismatches;

    Ingestion(Storing storing, Mismatches mismatches) {
        this.storing = storing;
        this.mismatches = mismatches;
    }

    /**
     * The request without its body, if there is a reason to read that.
     *
     * @throws DeliveryProblem if the request is refused, whatever its body is
     */
    static Delivery accept(Exchange exchange, Source source) throws DeliveryProblem {
        checkOrigin(exchange.request(), source);
        return DeliveryReader.readOutside(exchange, source);
    }

    /**
     * Stores the events of a request, or answers the handshake that it is.
     *
     * @param request for its method and its media type; the body has been read
     * @param sent the request with its body
     * @throws DeliveryProblem if an event was not stored, or the handshake was refused
     */
    Outcome ingest(HttpServletRequest request, Delivery sent, Source source) throws DeliveryProblem {
        Optional<Handshake> unsigned = source.handshakes().unsigned(request.getMethod(), sent);
        if (unsigned.isPresent()) {
            return Handshaking.outcome(unsigned.get());
        }
        DeliveryReader.checkKind(request, source);
        Verified verified = verify(source, sent);
        Optional<Handshake> signed = source.handshakes().signed(sent, verified);
        return signed.isPresent()
                ? Handshaking.outcome(signed.get())
                : storing.store(source, events(source, verified.of(sent)), verified);
    }

    private static void checkOrigin(HttpServletRequest request, Source source) throws DeliveryProblem {
        if (source.loopbackOnly() && !Origin.isThisMachine(request)) {
            throw notVerified(new Rejected(Rejection.NOT_LOOPBACK, "a source without a signature is for this machine"));
        }
    }

    private Verified verify(Source source, Delivery delivery) throws DeliveryProblem {
        Verdict verdict = source.verify(delivery);
        if (verdict instanceof Verified verified) {
            return verified;
        }
        if (verdict instanceof Undecided undecided) {
            throw new DeliveryProblem(Problem.UNDECIDED, Labels.of(undecided.obstacle()), undecided.detail());
        }
        Rejected rejected = (Rejected) verdict;
        if (rejected.reason().isOfComparison()) {
            mismatches.note(source, delivery);
        }
        throw notVerified(rejected);
    }

    private static List<CarriedEvent> events(Source source, Delivery delivery) throws DeliveryProblem {
        try {
            return source.events(delivery);
        } catch (UnidentifiedEventException e) {
            throw new DeliveryProblem(Problem.MALFORMED_EVENT, e.getMessage());
        } catch (TooManyEventsException e) {
            throw new DeliveryProblem(Problem.TOO_MANY_EVENTS, e.getMessage());
        }
    }

    private static DeliveryProblem notVerified(Rejected rejected) {
        return new DeliveryProblem(Problem.NOT_VERIFIED, Labels.of(rejected.reason()), rejected.detail());
    }
}
