package dev.durahook.worker.destination.workflow.handover;

import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.workflow.declaration.WorkflowDestination;
import java.util.Objects;
import java.util.Optional;

/** Hands one event over to its workflow, once. */
final class Handover {

    // The workflow may start, end or continue as new between two calls of Temporal.
    private static final int MOST_LOOKS = 5;

    private final WorkflowDestination destination;
    private final String workflowId;
    private final TargetSearch search;
    private final WorkflowMessage message;
    private final HandoverFailures failures;

    Handover(
            WorkflowDestination destination,
            String workflowId,
            TargetSearch search,
            WorkflowMessage message,
            HandoverFailures failures) {
        this.destination = destination;
        this.workflowId = workflowId;
        this.search = search;
        this.message = message;
        this.failures = failures;
    }

    /**
     * Makes one attempt, and returns what the workflow reported.
     *
     * @throws DestinationException if the workflow has not taken the event
     * @throws RuntimeException if Temporal does not answer as expected
     */
    String make() throws DestinationException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            Optional<Target> target = find();
            Optional<String> result = target.isEmpty() ? toMissing() : to(target.get());
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw failures.neverSettled();
    }

    private Optional<Target> find() throws DestinationException {
        try {
            return search.find(workflowId);
        } catch (TooManyRunsException e) {
            throw failures.tooManyRuns(e);
        }
    }

    private Optional<String> to(Target target) throws DestinationException {
        Optional<String> earlier = message.takenBy(target);
        if (earlier.isPresent()) {
            return earlier;
        }
        if (!target.isOpen()) {
            throw failures.ended(target.end());
        }
        return message.handTo(target.newest());
    }

    private Optional<String> toMissing() throws DestinationException {
        return switch (destination.missing()) {
            case WAIT -> throw failures.notStarted();
            case PARK -> throw failures.missing();
            case START -> message.start(Objects.requireNonNull(destination.start()));
        };
    }
}
