package dev.durahook.receiver.signature;

import dev.durahook.receiver.signature.Verdict.Rejected;

/** Ends a verification early. Never leaves this package: the caller gets the verdict. */
final class NotVerifiedException extends Exception {

    private final transient Rejected verdict;

    NotVerifiedException(Rejection reason, String detail) {
        // A hostile request is no accident: nobody reads its stack trace, and filling it in costs.
        super(detail, null, false, false);
        this.verdict = new Rejected(reason, detail);
    }

    Rejected verdict() {
        return verdict;
    }
}
