package dev.durahook.workflows.parking;

import dev.durahook.workflows.text.Quote;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.NexusOperationFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.failure.TimeoutFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says how a child workflow or a Nexus operation has ended that has not failed by itself. Its time-out is no time-out of a
 * policy, and only this text names what has timed out.
 */
final class CalledFailure {

    private static final int BRIEF = 200;

    private CalledFailure() {}

    /** The text, in Markdown. Empty for any other failure. */
    static Optional<String> text(@Nullable Throwable failure) {
        if (failure instanceof ChildWorkflowFailure child) {
            return ended(child.getCause())
                    .map(ended -> "the child workflow " + quote(child.getWorkflowType()) + ", "
                            + quote(child.getExecution().getWorkflowId()) + ", " + ended);
        }
        return failure instanceof NexusOperationFailure nexus
                ? ended(nexus.getCause())
                        .map(ended -> "the Nexus operation " + quote(nexus.getOperation()) + " of "
                                + quote(nexus.getService()) + " " + ended)
                : Optional.empty();
    }

    private static Optional<String> ended(@Nullable Throwable cause) {
        if (cause instanceof TimeoutFailure) {
            return Optional.of("timed out");
        }
        if (cause instanceof TerminatedFailure) {
            return Optional.of("was terminated");
        }
        if (cause instanceof CanceledFailure) {
            return Optional.of("was cancelled");
        }
        return cause instanceof WorkflowExecutionAlreadyStarted
                ? Optional.of("could not be started, because a workflow with this ID exists")
                : Optional.empty();
    }

    private static String quote(String name) {
        return Quote.of(name, BRIEF);
    }
}
