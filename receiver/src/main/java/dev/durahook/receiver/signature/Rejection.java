package dev.durahook.receiver.signature;

/** Why a delivery was not verified. A closed set, because it labels a metric. */
public enum Rejection {
    /** A header that carries the signature, or is signed, is missing. */
    SIGNATURE_MISSING,
    /** The signature's header, or the timestamp's, is there but not of the scheme's form, or was sent twice. */
    SIGNATURE_MALFORMED,
    /** The signature is shorter or longer than any of the scheme's: often it is written in another encoding. */
    SIGNATURE_LENGTH,
    /** The signature is of the scheme's form and is not the one that any of the secrets gives. */
    SIGNATURE_MISMATCH,
    /** The delivery names a key that its provider does not have. */
    KEY_UNKNOWN,
    /** The scheme signs a timestamp and it is missing. */
    TIMESTAMP_MISSING,
    /** The signed timestamp is older, or lies further ahead, than the source tolerates. */
    TIMESTAMP_OUT_OF_TOLERANCE,
    /** Every secret of the source has expired, or none holds yet. */
    NO_VALID_SECRET,
    /** The body is empty, which no delivery of this scheme is. */
    BODY_EMPTY,
    /** The source has no signature and takes deliveries from this machine only. */
    NOT_LOOPBACK;

    /** Whether a signature was computed and compared before it was said. */
    public boolean isOfComparison() {
        return this == SIGNATURE_MISMATCH || this == SIGNATURE_LENGTH;
    }
}
