package dev.durahook.workflows.operations.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.durahook.workflows.operations.OperationOrder;
import dev.durahook.workflows.operations.PageOutcome;
import org.jspecify.annotations.Nullable;

/**
 * How far an operation has got. It passes from one run of the operation's workflow to the next.
 *
 * @param order what was ordered
 * @param found how many events matched at the beginning
 * @param outcome what has become of the events so far
 * @param begun whether a page was listed
 * @param next where the next page begins; null at the beginning and at the end
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record OperationProgress(
        OperationOrder order,
        long found,
        PageOutcome outcome,
        boolean begun,
        @Nullable String next) {

    static OperationProgress begin(OperationOrder order, long found) {
        return new OperationProgress(order, found, PageOutcome.NONE, false, null);
    }

    OperationProgress with(PageOutcome further, @Nullable String nextPage) {
        return new OperationProgress(order, found, outcome.and(further), true, nextPage);
    }

    @JsonIgnore
    boolean isAtEnd() {
        return begun && next == null;
    }
}
