package dev.durahook.receiver.verification;

import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Undecided;

/**
 * Thrown during a verification when the verdict is known. {@link Verification#of} catches it and returns the verdict.
 */
public final class NotVerifiedException extends Exception {

    private final transient Verdict verdict;

    private NotVerifiedException(Verdict verdict, String detail) {
        // Without a stack trace: forged deliveries are frequent, and filling in a stack trace is slow.
        super(detail, null, false, false);
        this.verdict = verdict;
    }

    /** The delivery is not genuine. */
    public NotVerifiedException(Rejection reason, String detail) {
        this(new Rejected(reason, detail), detail);
    }

    /** It can't be decided right now whether the delivery is genuine. */
    public static NotVerifiedException undecided(Obstacle obstacle, String detail) {
        return new NotVerifiedException(new Undecided(obstacle, detail), detail);
    }

    /** The verdict on the delivery: rejected or undecided, never verified. */
    public Verdict verdict() {
        return verdict;
    }
}
