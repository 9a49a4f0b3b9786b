package dev.durahook.workflows.operations.run;

import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.EncodedValues;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/**
 * Passes the progress of an operation to its next run, as a second argument after the operator's input. A second
 * argument of an operation that has just begun is not read, because an operator may have entered it. Only for workflow
 * code.
 */
final class CarriedProgress {

    private static final DataConverter CONVERTER = DefaultDataConverter.STANDARD_INSTANCE;

    private CarriedProgress() {}

    /** The progress that the run before has passed on, if any. */
    static Optional<OperationProgress> in(EncodedValues arguments) {
        boolean goesOn = Workflow.getInfo().getContinuedExecutionRunId().isPresent();
        return goesOn && arguments.getSize() > 1
                ? Optional.of(CONVERTER.fromPayload(
                        arguments.get(1, RawValue.class).getPayload(),
                        OperationProgress.class,
                        OperationProgress.class))
                : Optional.empty();
    }

    /** The progress as an argument. */
    static RawValue of(OperationProgress progress) {
        return new RawValue(CONVERTER.toPayload(progress).orElseThrow());
    }
}
