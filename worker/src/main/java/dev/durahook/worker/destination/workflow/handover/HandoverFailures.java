package dev.durahook.worker.destination.workflow.handover;

import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.kind.OneLine;
import dev.durahook.worker.destination.workflow.declaration.UnnamedWorkflowException;
import dev.durahook.worker.destination.workflow.declaration.WorkflowDestination;
import dev.durahook.worker.destination.workflow.namespace.MissingNamespace;
import dev.durahook.workflows.destination.DestinationFailure;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowUpdateTimeoutOrCancelledException;
import io.temporal.failure.ApplicationFailure;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Describes why a workflow has not taken an event, for the operators who read it in the Web UI. */
final class HandoverFailures {

    private static final String REMEDY = " Correct the workflow, then send retry.";

    private final WorkflowDestination destination;
    private final TargetName workflow;

    HandoverFailures(WorkflowDestination destination, TargetName workflow) {
        this.destination = destination;
        this.workflow = workflow;
    }

    /** Describes an event from which no ID of a workflow can be made. */
    static DestinationException unnamed(WorkflowDestination destination, UnnamedWorkflowException e) {
        return new DestinationException(
                DestinationFailure.WORKFLOW_UNNAMED,
                destination + ": " + e.getMessage() + ". Correct workflow-id, then send retry, or discard the event");
    }

    DestinationException ownWorkflow() {
        return refused("is the event's own workflow, which takes no events. Correct workflow-id, then send retry");
    }

    DestinationException notStarted() {
        return failure(DestinationFailure.WORKFLOW_NOT_STARTED, "has not started yet");
    }

    DestinationException missing() {
        return failure(
                DestinationFailure.WORKFLOW_MISSING,
                "does not exist, and missing: park does not wait for it. Start the workflow, then send retry");
    }

    DestinationException ended(String how) {
        return failure(
                DestinationFailure.WORKFLOW_ENDED,
                "has ended (" + how + "), and did not take the event before. Send retry if the workflow was started"
                        + " again; otherwise send discard");
    }

    DestinationException tooManyRuns(TooManyRunsException e) {
        return refused(
                "has " + e.getMessage() + ", so the worker can't tell whether it has the event. Look there, and then"
                        + " send discard, or reset the event");
    }

    /** Describes a workflow whose newest run was another one at each try. */
    DestinationException neverSettled() {
        return failure(DestinationFailure.UNAVAILABLE, "ended or continued as new during each try");
    }

    /** Describes an update that was rejected, or whose handler failed. */
    DestinationException failed(Throwable cause) {
        return refused("refused the " + handler() + ": " + said(cause) + "." + REMEDY);
    }

    DestinationException undeclared() {
        return refused("has no handler of the " + handler()
                + ", so the signal was not sent, or no handler has taken it." + REMEDY);
    }

    /** Describes a workflow that answers no query: its worker fails, or has an SDK that is too old to know the query. */
    DestinationException withoutAnswerToQuery(@Nullable Throwable cause) {
        return failure(
                DestinationFailure.UNAVAILABLE,
                "does not tell which signals it has handlers for: " + said(cause)
                        + ". If its worker has an old SDK, use update instead of signal");
    }

    /** Describes an unexpected answer of Temporal; empty if the failure is not an answer of Temporal. */
    Optional<DestinationException> answered(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException answer) {
                return Optional.of(answered(answer));
            }
            if (cause instanceof WorkflowUpdateTimeoutOrCancelledException
                    || cause instanceof CancellationException
                    || cause instanceof InterruptedException) {
                return Optional.of(unanswered());
            }
        }
        return Optional.empty();
    }

    private DestinationException answered(StatusRuntimeException answer) {
        if (MissingNamespace.isReportedBy(answer)) {
            return missingNamespace();
        }
        Status status = answer.getStatus();
        String said = status.getCode() + " "
                + OneLine.of(Objects.requireNonNullElse(status.getDescription(), ""))
                        .strip();
        return switch (status.getCode()) {
            case DEADLINE_EXCEEDED, CANCELLED -> unanswered();
            case PERMISSION_DENIED, UNAUTHENTICATED -> deniedNamespace(said);
            case INVALID_ARGUMENT ->
                refused("was not sent the " + handler() + ": Temporal answered " + said + "." + REMEDY);
            default -> failure(DestinationFailure.UNAVAILABLE, "can't take the " + handler() + " now: " + said);
        };
    }

    private DestinationException missingNamespace() {
        return new DestinationException(
                DestinationFailure.NAMESPACE_MISSING,
                destination + ": " + workflow + " can't be found, because Temporal has no namespace "
                        + workflow.namespace() + ". Create the namespace, or correct " + key());
    }

    private DestinationException deniedNamespace(String said) {
        return new DestinationException(
                DestinationFailure.NAMESPACE_DENIED,
                destination + ": " + workflow + " can't take the " + handler()
                        + ", because the worker's credentials are not accepted for namespace " + workflow.namespace()
                        + " (" + said + "). Give them write access, or correct " + key());
    }

    private String key() {
        return DeclaredDestination.key(destination.name(), "namespace");
    }

    private DestinationException unanswered() {
        return failure(
                DestinationFailure.UNANSWERED,
                "has not answered the " + handler() + " in time. The next attempt asks for the answer again. Does a"
                        + " worker of the workflow run?");
    }

    private DestinationException refused(String problem) {
        return failure(DestinationFailure.WORKFLOW_REFUSED, problem);
    }

    private DestinationException failure(DestinationFailure failure, String problem) {
        return new DestinationException(failure, destination + ": " + workflow + " " + problem);
    }

    private String handler() {
        return destination.kind() + " " + destination.handler();
    }

    private static String said(@Nullable Throwable cause) {
        String message = cause instanceof ApplicationFailure application
                ? application.getOriginalMessage()
                : cause == null ? null : cause.getMessage();
        return OneLine.of(Objects.requireNonNullElse(message, String.valueOf(cause)));
    }
}
