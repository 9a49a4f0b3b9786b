package dev.durahook.workflows.operations;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * An operation as it was ordered. All runs of the operation's workflow have the same order.
 *
 * @param request what to do
 * @param workflowId the operation's workflow ID, under which other operators find it
 * @param firstRunId the ID of the run that began the operation, which no other operation has: of its first run, or of the
 *     run that was reset to its beginning
 * @param startedBy the identity that Temporal has recorded with the start
 * @param at when the operation began; events that were received later are left alone
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OperationOrder(
        OperationRequest request, String workflowId, String firstRunId, String startedBy, Instant at) {

    /** The list filter of the events. */
    public String filter() {
        return request.filter() + " AND StartTime <= '" + at + "'";
    }

    /** The name under which an event's history records this operation and its operator. */
    public String signature() {
        return request.operation().type() + " " + workflowId + ", started by " + startedBy;
    }

    /**
     * The ID of the call that acts on a run of an event. Temporal carries out no call twice that has the same ID, so
     * that an event is not retried twice if a worker dies in between.
     */
    public String requestId(EventRun event) {
        return firstRunId + "/" + event.runId();
    }
}
