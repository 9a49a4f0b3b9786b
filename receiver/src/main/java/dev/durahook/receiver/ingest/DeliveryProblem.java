package dev.durahook.receiver.ingest;

import dev.durahook.workflows.WebhookEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the way of a delivery with an answer. */
final class DeliveryProblem extends Exception {

    private final Problem problem;
    private final String reason;
    private final List<String> methods;
    private final List<WebhookEvent> events;

    /**
     * A problem of this delivery.
     *
     * @param reason a label of metrics, from a closed set
     * @param detail for the operator's log; nothing of the body, no secret
     */
    DeliveryProblem(Problem problem, String reason, @Nullable String detail) {
        this(problem, reason, detail, List.of(), List.of());
    }

    private DeliveryProblem(
            Problem problem, String reason, @Nullable String detail, List<String> methods, List<WebhookEvent> events) {
        super(detail);
        this.problem = problem;
        this.reason = reason;
        this.methods = List.copyOf(methods);
        this.events = List.copyOf(events);
    }

    DeliveryProblem(Problem problem, @Nullable String detail) {
        this(problem, problem.label(), detail);
    }

    /** A request with another method than these. */
    static DeliveryProblem method(List<String> methods) {
        Problem problem = Problem.METHOD_NOT_ALLOWED;
        return new DeliveryProblem(problem, problem.label(), null, methods, List.of());
    }

    /** A fault of our own. Of what went wrong only the place is told: the message may quote the delivery. */
    static DeliveryProblem failed(RuntimeException fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return new DeliveryProblem(Problem.RECEIVER_FAILED, fault.getClass().getName() + place);
    }

    /** Verified events that are not known to be stored. */
    static DeliveryProblem notStored(List<WebhookEvent> events, String reason, String detail) {
        return new DeliveryProblem(Problem.NOT_STORED, reason, detail, List.of(), events);
    }

    /** The events that it kept from being stored; none where it was no event yet. */
    List<WebhookEvent> events() {
        return events;
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
