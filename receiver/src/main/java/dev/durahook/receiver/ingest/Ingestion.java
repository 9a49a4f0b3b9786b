package dev.durahook.receiver.ingest;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.extraction.TooManyEventsException;
import dev.durahook.receiver.handshake.HandshakeResult;
import dev.durahook.receiver.handshake.HandshakeResult.Answered;
import dev.durahook.receiver.handshake.HandshakeResult.Refused;
import dev.durahook.receiver.handshake.Refusal;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.identity.UnidentifiedEventException;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome.Handshaken;
import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.receiver.ingest.outcome.Problem;
import dev.durahook.receiver.ingest.record.MismatchListener;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.text.Labels;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Undecided;
import dev.durahook.receiver.verification.Verdict.Verified;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Takes a request from its bytes to stored events. Only verified deliveries are stored, and handshakes never are. */
final class Ingestion {

    private final DeliveryStorage storage;
    private final MismatchListener mismatches;

    Ingestion(DeliveryStorage storage, MismatchListener mismatches) {
        this.storage = storage;
        this.mismatches = mismatches;
    }

    /**
     * Stores the events of a request, or answers it if it is a handshake.
     *
     * @param request gives the method and the media type; its body has been read already
     * @param sent the request with its body
     * @throws DeliveryProblem if an event was not stored, or the handshake was refused
     */
    DeliveryOutcome ingest(HttpServletRequest request, Delivery sent, Source source) throws DeliveryProblem {
        Optional<HandshakeResult> unsigned = source.handshakes().unsigned(request.getMethod(), sent);
        if (unsigned.isPresent()) {
            return answered(unsigned.get());
        }
        DeliveryReader.checkKind(request, source);
        Verified verified = verify(source, sent);
        Optional<HandshakeResult> signed = source.handshakes().signed(sent, verified);
        return signed.isPresent()
                ? answered(signed.get())
                : storage.store(source, events(source, verified.of(sent)), verified);
    }

    private static Handshaken answered(HandshakeResult handshake) throws DeliveryProblem {
        if (handshake instanceof Answered answered) {
            return new Handshaken(answered);
        }
        Refused refused = (Refused) handshake;
        throw new DeliveryProblem(problem(refused.reason()), Labels.of(refused.reason()), refused.detail());
    }

    private static Problem problem(Refusal reason) {
        return switch (reason) {
            case CHALLENGE_MALFORMED -> Problem.MALFORMED_HANDSHAKE;
            case NOT_CONFIRMED -> Problem.NOT_CONFIRMED;
            case VERIFY_TOKEN_UNDECLARED,
                    VERIFY_TOKEN_MISMATCH,
                    TOPIC_UNEXPECTED,
                    ADDRESS_NOT_ALLOWED,
                    CHALLENGE_AS_DELIVERY,
                    NO_VALID_SECRET -> Problem.NOT_VERIFIED;
        };
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
        throw new DeliveryProblem(Problem.NOT_VERIFIED, Labels.of(rejected.reason()), rejected.detail());
    }

    private static List<ExtractedEvent> events(Source source, Delivery delivery) throws DeliveryProblem {
        try {
            return source.events(delivery);
        } catch (UnidentifiedEventException e) {
            throw new DeliveryProblem(Problem.MALFORMED_EVENT, e.getMessage());
        } catch (TooManyEventsException e) {
            throw new DeliveryProblem(Problem.TOO_MANY_EVENTS, e.getMessage());
        }
    }
}
