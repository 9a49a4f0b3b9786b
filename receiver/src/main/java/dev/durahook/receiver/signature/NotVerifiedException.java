package dev.durahook.receiver.signature;

import dev.durahook.receiver.signature.Verdict.Rejected;
import dev.durahook.receiver.signature.Verdict.Undecided;

/** Ends a verification early. Never leaves a {@link Verifier}: its caller gets the verdict. */
public final class NotVerifiedException extends Exception {

    private final transient Verdict verdict;

    private NotVerifiedException(Verdict verdict, String detail) {
        // A hostile request is no accident: nobody reads its stack trace, and filling it in costs.
        super(detail, null, false, false);
        this.verdict = verdict;
    }

    /** The delivery is not genuine. */
    public NotVerifiedException(Rejection reason, String detail) {
        this(new Rejected(reason, detail), detail);
    }

    /** Nobody can tell for now whether the delivery is genuine. */
    public static NotVerifiedException undecided(Obstacle obstacle, String detail) {
        return new NotVerifiedException(new Undecided(obstacle, detail), detail);
    }

    Verdict verdict() {
        return verdict;
    }
}
