package dev.durahook.receiver.verification;

/** Why a delivery was not verified. A closed set, because it is a metric label. */
public enum Rejection {
    /** A header with the signature, or a signed header, is missing. */
    SIGNATURE_MISSING,
    /** The header of the signature or the timestamp is malformed, or was sent more than once. */
    SIGNATURE_MALFORMED,
    /** The signature is shorter or longer than signatures of the scheme. Often it has another encoding. */
    SIGNATURE_LENGTH,
    /** The signature is well-formed, but matches no secret. */
    SIGNATURE_MISMATCH,
    /** The delivery names a key that the provider does not have. */
    KEY_UNKNOWN,
    /** The timestamp that the scheme signs is missing. */
    TIMESTAMP_MISSING,
    /** The signed timestamp is older than the source tolerates, or lies too far in the future. */
    TIMESTAMP_OUT_OF_TOLERANCE,
    /** No secret of the source is valid now: each has expired, or is not valid yet. */
    NO_VALID_SECRET,
    /** The body is empty, but the scheme does not accept empty bodies. */
    BODY_EMPTY,
    /** The source has no signature and accepts only what programs on this machine send, and no proxy or browser for others. */
    NOT_LOOPBACK;

    /** Whether the delivery was rejected because its signature was compared and did not match. */
    public boolean isOfComparison() {
        return this == SIGNATURE_MISMATCH || this == SIGNATURE_LENGTH;
    }
}
