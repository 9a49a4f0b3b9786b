package dev.durahook.workflows.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The input with which an operator starts an operation.
 *
 * @param operation what is done with the events
 * @param conditions conditions of a list filter that the input's fields name
 * @param query the operator's own list filter; null if there is none
 * @param step the key of the parked step; all parked steps if null
 * @param policy the policy under which parked steps are retried; each step's own if null
 * @param reason why, as other operators will read it; null if no reason is given
 * @param rate events a second
 * @param dryRun whether the events are only counted
 * @param again whether completed events that were reset before are processed again too
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperationRequest(
        Operation operation,
        List<String> conditions,
        @Nullable String query,
        @Nullable String step,
        @Nullable String policy,
        @Nullable String reason,
        int rate,
        boolean dryRun,
        boolean again) {

    public OperationRequest {
        conditions = List.copyOf(conditions);
    }

    /** The list filter of the events. It is valid only if the operator's query is a list filter by itself. */
    public String filter() {
        return String.join(
                " AND ", Stream.concat(Stream.of(operation.own()), selection()).toList());
    }

    /** The operator's own selection, as other operators will read it. */
    public String selected() {
        List<String> selection = selection().toList();
        return selection.isEmpty() ? "all" : String.join(" AND ", selection);
    }

    /** Whether the request names neither events nor a step. */
    @JsonIgnore
    public boolean isUnlimited() {
        return conditions.isEmpty() && query == null && step == null;
    }

    private Stream<String> selection() {
        return Stream.concat(conditions.stream(), Stream.ofNullable(query).map(own -> "(" + own + ")"));
    }
}
