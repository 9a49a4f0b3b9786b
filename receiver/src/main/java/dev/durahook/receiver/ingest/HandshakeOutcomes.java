package dev.durahook.receiver.ingest;

import dev.durahook.receiver.handshake.HandshakeResult;
import dev.durahook.receiver.handshake.HandshakeResult.Answered;
import dev.durahook.receiver.handshake.HandshakeResult.Refused;
import dev.durahook.receiver.handshake.Refusal;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome.Handshaken;
import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.receiver.ingest.outcome.Problem;
import dev.durahook.receiver.text.Labels;

/** Turns the result of a handshake into the receiver's outcome: an answer or a problem. */
final class HandshakeOutcomes {

    private HandshakeOutcomes() {}

    static DeliveryOutcome outcome(HandshakeResult handshake) throws DeliveryProblem {
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
}
