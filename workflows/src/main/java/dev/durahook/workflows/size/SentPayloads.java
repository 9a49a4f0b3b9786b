package dev.durahook.workflows.size;

import dev.durahook.workflows.payload.WorkflowPayloads;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values that a workflow sends to Temporal, as the client's data converter encodes them.
 *
 * @param converter the client's data converter
 * @param limit the most bytes that Temporal takes as one set of arguments or one result
 */
public record SentPayloads(Supplier<DataConverter> converter, LongSupplier limit) {

    // Temporal's default.
    private static final long USUAL_LIMIT = 2 * 1024 * 1024;

    /** The values of a client with Temporal's standard data converter. */
    public static SentPayloads standard() {
        return by(() -> DefaultDataConverter.STANDARD_INSTANCE);
    }

    /** The values of a client with this data converter and no external storage. */
    public static SentPayloads by(Supplier<DataConverter> converter) {
        return new SentPayloads(converter, () -> USUAL_LIMIT);
    }

    /** The size of these values in bytes when they are encoded. Only for workflow code. */
    public int size(@Nullable Object... values) {
        WorkflowInfo info = Workflow.getInfo();
        return WorkflowPayloads.of(converter.get(), info.getNamespace(), info.getWorkflowId())
                .toPayloads(values)
                .map(Payloads::getSerializedSize)
                .orElse(0);
    }

    /**
     * Whether Temporal takes these values together. Only for workflow code.
     *
     * @param beside the size in bytes of what Temporal stores beside the values, and for which the limit holds as well
     */
    boolean fit(int beside, @Nullable Object... values) {
        return (long) size(values) + beside <= limit.getAsLong();
    }
}
