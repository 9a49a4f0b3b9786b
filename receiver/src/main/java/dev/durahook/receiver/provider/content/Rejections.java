package dev.durahook.receiver.provider.content;

import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;

/** Creates the exceptions with which a provider's verifier refuses a delivery. Their messages must not quote it. */
public final class Rejections {

    private Rejections() {}

    public static NotVerifiedException malformed(String how) {
        return new NotVerifiedException(Rejection.SIGNATURE_MALFORMED, how);
    }

    public static NotVerifiedException missing(String what) {
        return new NotVerifiedException(Rejection.SIGNATURE_MISSING, what + " is missing");
    }

    public static NotVerifiedException mismatch(String how) {
        return new NotVerifiedException(Rejection.SIGNATURE_MISMATCH, how);
    }
}
