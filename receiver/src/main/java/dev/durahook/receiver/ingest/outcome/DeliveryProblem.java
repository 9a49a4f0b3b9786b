package dev.durahook.receiver.ingest.outcome;

import dev.durahook.connection.failure.FailurePlace;
import dev.durahook.workflows.WebhookEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown when a delivery can't be accepted; carries the problem with which the sender is answered. */
public final class DeliveryProblem extends Exception {

    private final Problem problem;
    private final String reason;
    private final List<String> methods;
    private final List<WebhookEvent> events;
    private final List<WebhookEvent> stored;

    /**
     * A problem with this delivery.
     *
     * @param reason the metric label, from a closed set
     * @param detail for the operator's log; must hold no part of the body and no secret
     */
    public DeliveryProblem(Problem problem, String reason, @Nullable String detail) {
        this(problem, reason, detail, List.of(), List.of(), List.of());
    }

    private DeliveryProblem(
            Problem problem,
            String reason,
            @Nullable String detail,
            List<String> methods,
            List<WebhookEvent> events,
            List<WebhookEvent> stored) {
        super(detail);
        this.problem = problem;
        this.reason = reason;
        this.methods = List.copyOf(methods);
        this.events = List.copyOf(events);
        this.stored = List.copyOf(stored);
    }

    /**
     * A problem with this delivery, whose metric label is the problem's own.
     *
     * @param detail for the operator's log; must hold no part of the body and no secret
     */
    public DeliveryProblem(Problem problem, @Nullable String detail) {
        this(problem, problem.label(), detail);
    }

    /** The request's method is not one of {@code methods}. */
    public static DeliveryProblem method(List<String> methods) {
        Problem problem = Problem.METHOD_NOT_ALLOWED;
        return new DeliveryProblem(problem, problem.label(), null, methods, List.of(), List.of());
    }

    /**
     * The receiver itself failed, by an exception or an {@code Error}. The failure's message is not kept, because it may
     * quote the delivery.
     */
    public static DeliveryProblem failed(Throwable fault) {
        return new DeliveryProblem(Problem.RECEIVER_FAILED, FailurePlace.of(fault));
    }

    /**
     * Verified events that Temporal is not known to have stored.
     *
     * @param stored the other events of the delivery that were stored now
     */
    public static DeliveryProblem notStored(
            List<WebhookEvent> events, List<WebhookEvent> stored, String reason, String detail) {
        return new DeliveryProblem(Problem.NOT_STORED, reason, detail, List.of(), events, stored);
    }

    /** The verified events that were not stored; empty if the problem came before the events were read. */
    public List<WebhookEvent> events() {
        return events;
    }

    /** The verified events that were stored now, although others of the same delivery were not. */
    public List<WebhookEvent> stored() {
        return stored;
    }

    /** The methods that the sender may use; empty unless the method is the problem. */
    public List<String> methods() {
        return methods;
    }

    /** The problem with which the sender is answered. */
    public Problem problem() {
        return problem;
    }

    /** The metric label, from a closed set. */
    public String reason() {
        return reason;
    }

    /** Records no stack trace: this exception only carries an answer to the sender. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
