package dev.durahook.receiver.provider.content;

import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;

/** Creates the exceptions with which a provider's verifier refuses a delivery. No message may quote the delivery. */
public final class Rejections {

    private Rejections() {}

    /**
     * The signature, or the content around the signature, does not have the provider's form.
     *
     * @param how what is wrong, as a sentence without a full stop
     */
    public static NotVerifiedException malformed(String how) {
        return new NotVerifiedException(Rejection.SIGNATURE_MALFORMED, how);
    }

    /**
     * The delivery lacks a value that the provider always sends.
     *
     * @param what the name of the value
     */
    public static NotVerifiedException missing(String what) {
        return new NotVerifiedException(Rejection.SIGNATURE_MISSING, what + " is missing");
    }

    /** The body is empty, but the provider never sends an empty body. */
    public static NotVerifiedException emptyBody() {
        return new NotVerifiedException(Rejection.BODY_EMPTY, "the body is empty");
    }

    /**
     * Refuses a delivery without a body.
     *
     * @throws NotVerifiedException if the body is empty
     */
    public static void requireBody(byte[] body) throws NotVerifiedException {
        if (body.length == 0) {
            throw emptyBody();
        }
    }

    /**
     * The signature or the secret that was sent is not the expected one.
     *
     * @param how what does not match, as a sentence without a full stop
     */
    public static NotVerifiedException mismatch(String how) {
        return new NotVerifiedException(Rejection.SIGNATURE_MISMATCH, how);
    }
}
