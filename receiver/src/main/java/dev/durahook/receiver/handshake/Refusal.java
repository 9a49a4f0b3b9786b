package dev.durahook.receiver.handshake;

/** Why a handshake was refused. A closed set, because it labels a metric. */
public enum Refusal {
    /** The source declares no verify-token, so nobody can show it. */
    VERIFY_TOKEN_UNDECLARED,
    /** The token is not the source's verify-token. */
    VERIFY_TOKEN_MISMATCH,
    /** It is about a topic that the source does not want, or about ending one that it wants. */
    TOPIC_UNEXPECTED,
    /** The challenge is too long, or holds characters that no answer repeats. */
    CHALLENGE_MALFORMED,
    /** A delivery signs what could be a challenge, and challenges are signed for strangers. */
    CHALLENGE_AS_DELIVERY,
    /** The challenge is to be signed, or the token to be compared, and no secret of the source holds at this time. */
    NO_VALID_SECRET,
    /** The address to confirm at is not one of the provider's. */
    ADDRESS_NOT_ALLOWED,
    /** The address to confirm at could not be visited. The provider has to ask again. */
    NOT_CONFIRMED
}
