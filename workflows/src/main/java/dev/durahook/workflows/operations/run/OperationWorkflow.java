package dev.durahook.workflows.operations.run;

import dev.durahook.workflows.ListFilters;
import dev.durahook.workflows.operations.InvalidOperation;
import dev.durahook.workflows.operations.Operation;
import dev.durahook.workflows.operations.OperationOrder;
import dev.durahook.workflows.operations.OperationRequest;
import dev.durahook.workflows.operations.OperationScope;
import dev.durahook.workflows.operations.input.OperationInput;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.runs.ResetRun;
import dev.durahook.workflows.text.Quote;
import io.temporal.common.converter.EncodedValues;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation: {@code durahook.retry-parked}, {@code durahook.discard-parked} or {@code durahook.process-again}. The
 * workflow takes every type, so that a workflow with a misspelt type ends with a message that names the right types,
 * instead of waiting for a worker that knows the type.
 *
 * <p>It must only run on the task queue {@link dev.durahook.workflows.TaskQueues#OPERATIONS}, where no event can start
 * it. If an event was started there nevertheless, its arguments are not those of an operation, and nothing is done.
 */
public final class OperationWorkflow implements DynamicWorkflow {

    private static final int LONGEST_TYPE = 100;
    private static final String STRICT = "durahook.strict-operation";

    @Override
    public Object execute(EncodedValues arguments) {
        EventStatus.ofWorkflow().set(ListFilters.OPERATION);
        RawValue input = arguments.getSize() == 0 ? null : arguments.get(0, RawValue.class);
        try {
            OperationProgress begin = CarriedProgress.in(arguments).orElseGet(() -> begin(input));
            return new OperationRun(begin, input).toEnd();
        } catch (ActivityFailure failure) {
            throw refusal(failure).map(OperationWorkflow::refused).orElseThrow(() -> failure);
        } catch (ApplicationFailure refusal) {
            throw refused(refusal);
        }
    }

    private static OperationProgress begin(@Nullable RawValue input) {
        WorkflowInfo info = Workflow.getInfo();
        Operation operation = Operation.of(info.getWorkflowType()).orElseThrow(() -> unknown(info.getWorkflowType()));
        OperationRequest request = OperationInput.read(operation, input, OperationWorkflow::isStrict);
        Instant at = Instant.ofEpochMilli(Workflow.currentTimeMillis());
        OperationScope findings = Calls.asking().look(request);
        return OperationProgress.begin(
                new OperationOrder(request, info.getWorkflowId(), ownRunId(info), findings.startedBy(), at),
                findings.found());
    }

    // Operations that an earlier version began went on with such a field.
    private static boolean isStrict() {
        return Workflow.getVersion(STRICT, Workflow.DEFAULT_VERSION, 1) == 1;
    }

    // A reset run has the same first run as the run before the reset, and Temporal would not take its calls.
    private static String ownRunId(WorkflowInfo info) {
        return ResetRun.isCurrent() ? info.getRunId() : info.getFirstExecutionRunId();
    }

    private static ApplicationFailure unknown(String type) {
        return InvalidOperation.of(
                Quote.of(type, LONGEST_TYPE) + " is not a known operation; use one of " + Operation.types());
    }

    private static Optional<ApplicationFailure> refusal(ActivityFailure failure) {
        return failure.getCause() instanceof ApplicationFailure cause && InvalidOperation.TYPE.equals(cause.getType())
                ? Optional.of(cause)
                : Optional.empty();
    }

    private static ApplicationFailure refused(ApplicationFailure refusal) {
        String problem = Objects.requireNonNullElse(refusal.getOriginalMessage(), "");
        Workflow.setCurrentDetails(ProgressText.refused(problem));
        return InvalidOperation.of(problem);
    }
}
