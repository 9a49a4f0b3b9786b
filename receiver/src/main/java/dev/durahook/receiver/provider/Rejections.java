package dev.durahook.receiver.provider;

import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;

/** Creates the exceptions with which a provider's verifier refuses a delivery. Their messages must not quote it. */
final class Rejections {

    private Rejections() {}

    static NotVerifiedException malformed(String how) {
        return new NotVerifiedException(Rejection.SIGNATURE_MALFORMED, how);
    }

    static NotVerifiedException missing(String what) {
        return new NotVerifiedException(Rejection.SIGNATURE_MISSING, what + " is missing");
    }

    static NotVerifiedException mismatch(String how) {
        return new NotVerifiedException(Rejection.SIGNATURE_MISMATCH, how);
    }
}
