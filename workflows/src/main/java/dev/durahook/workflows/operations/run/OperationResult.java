package dev.durahook.workflows.operations.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.durahook.workflows.operations.FailedEvent;
import dev.durahook.workflows.operations.OperationOrder;
import dev.durahook.workflows.operations.PageOutcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of an operation, which the Web UI shows as JSON.
 *
 * @param message what has happened, in a sentence
 * @param dryRun true if this is a dry run, which changes nothing; absent otherwise
 * @param selected which events were selected
 * @param startedBy the identity that Temporal has recorded with the start
 * @param reason the operator's reason; absent if none was given
 * @param found how many events matched at the beginning
 * @param done how many events the operation is done with; none if this is a dry run
 * @param wouldBeDone how many events the operation would be done with; absent unless this is a dry run
 * @param skipped how many events were left alone, for each reason
 * @param failed how many events failed
 * @param failures some of these events, and why each failed
 * @param examples some of the events that the operation is done with, or would be done with if this is a dry run
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "message",
    "dryRun",
    "selected",
    "startedBy",
    "reason",
    "found",
    "done",
    "wouldBeDone",
    "skipped",
    "failed",
    "failures",
    "examples"
})
public record OperationResult(
        String message,
        @Nullable Boolean dryRun,
        String selected,
        String startedBy,
        @Nullable String reason,
        long found,
        int done,
        @Nullable Integer wouldBeDone,
        Map<String, Integer> skipped,
        int failed,
        List<FailedEvent> failures,
        List<String> examples) {

    static OperationResult of(OperationProgress progress) {
        OperationOrder order = progress.order();
        PageOutcome outcome = progress.outcome();
        boolean isDry = order.request().dryRun();
        return new OperationResult(
                ProgressText.sentence(progress),
                isDry ? true : null,
                order.request().selected(),
                order.startedBy(),
                order.request().reason(),
                progress.found(),
                isDry ? 0 : outcome.done(),
                isDry ? outcome.done() : null,
                outcome.skipped(),
                outcome.failed(),
                outcome.failures(),
                outcome.examples());
    }
}
