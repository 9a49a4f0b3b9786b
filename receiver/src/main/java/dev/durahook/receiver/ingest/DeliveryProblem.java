package dev.durahook.receiver.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the way of a delivery with an answer. */
final class DeliveryProblem extends Exception {

    private final Problem problem;
    private final String reason;
    private final List<String> methods;

    /**
     * A problem of this delivery.
     *
     * @param reason a label of metrics, from a closed set
     * @param detail for the operator's log; nothing of the body, no secret
     */
    DeliveryProblem(Problem problem, String reason, @Nullable String detail) {
        this(problem, reason, detail, List.of());
    }

    private DeliveryProblem(Problem problem, String reason, @Nullable String detail, List<String> methods) {
        super(detail);
        this.problem = problem;
        this.reason = reason;
        this.methods = List.copyOf(methods);
    }

    DeliveryProblem(Problem problem, @Nullable String detail) {
        this(problem, problem.label(), detail);
    }

    /** A request with another method than these. */
    static DeliveryProblem method(List<String> methods) {
        Problem problem = Problem.METHOD_NOT_ALLOWED;
        return new DeliveryProblem(problem, problem.label(), null, methods);
    }

    /** The methods that the sender may use; none where the method is not the problem. */
    List<String> methods() {
        return methods;
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
