package dev.durahook.receiver.ingest;

import org.jspecify.annotations.Nullable;

/** Ends the way of a delivery with an answer. */
final class DeliveryProblem extends Exception {

    private final Problem problem;
    private final String reason;

    /**
     * A problem of this delivery.
     *
     * @param reason a label of metrics, from a closed set
     * @param detail for the operator's log; nothing of the body, no secret
     */
    DeliveryProblem(Problem problem, String reason, @Nullable String detail) {
        super(detail);
        this.problem = problem;
        this.reason = reason;
    }

    DeliveryProblem(Problem problem, @Nullable String detail) {
        this(problem, problem.label(), detail);
    }

    Problem problem() {
        return problem;
    }

    String reason() {
        return reason;
    }

    /** A value on its way to an answer: nobody reads its stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
