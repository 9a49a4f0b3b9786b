package dev.durahook.workflows.processing;

import io.temporal.common.converter.DataConverterException;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** The result of a step's activity. It is only shown to a person, so a result that can't be read does no harm. */
final class StepResult {

    private static final Logger LOG = Workflow.getLogger(StepResult.class);

    private StepResult() {}

    /**
     * Calls the activity. Empty if the result is null or of another type: an operator may have completed the activity by
     * hand, with any value, and the step is done then. Otherwise the workflow's tasks would fail for ever.
     */
    static <R> Optional<R> of(Supplier<@Nullable R> activity) {
        try {
            return Optional.ofNullable(activity.get());
        } catch (DataConverterException e) {
            LOG.warn(
                    "The result of an activity of {} is ignored: {}",
                    Workflow.getInfo().getWorkflowId(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
