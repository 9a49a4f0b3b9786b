package dev.durahook.receiver.handshake;

/** Why a handshake was refused. A closed set, because it is a metric label. */
public enum Refusal {
    /** The source declares no verify-token. */
    VERIFY_TOKEN_UNDECLARED,
    /** The token differs from the source's verify-token. */
    VERIFY_TOKEN_MISMATCH,
    /** The source does not accept the topic, or the step would end a subscription that the source declares. */
    TOPIC_UNEXPECTED,
    /** The challenge is too long, or contains characters that are not repeated in answers. */
    CHALLENGE_MALFORMED,
    /** A delivery signs a text that could be a challenge, and challenges of unverified senders are signed. */
    CHALLENGE_AS_DELIVERY,
    /** No secret of the source is valid now, so the challenge can't be signed, or the token can't be compared. */
    NO_VALID_SECRET,
    /** The address for the confirmation is not an address of the provider. */
    ADDRESS_NOT_ALLOWED,
    /** The address for the confirmation could not be requested. The provider has to send the step again. */
    NOT_CONFIRMED
}
