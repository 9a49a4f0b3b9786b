package dev.durahook.worker.inline;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor.ActivityOutput;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.context.ActivitySerializationContext;

/**
 * Fails an attempt inside the workflow task if its result is too large for Temporal. The server fails a scheduled
 * activity that reports such a result. But it terminates a workflow that reports such a result with its task, and the
 * event would be lost.
 */
final class AcceptableResult {

    private static final String TYPE = "ResultTooLarge";
    private static final int SERVER_LIMIT = 2 * 1024 * 1024;

    // Temporal stores the activity's type and ID beside the result, and the limit holds for all of it.
    private static final int LIMIT = SERVER_LIMIT - 16 * 1024;

    private AcceptableResult() {}

    /**
     * The result itself.
     *
     * @throws ApplicationFailure if the result is too large; no further attempt is made
     */
    static ActivityOutput of(ActivityOutput output, ActivityExecutionContext context, DataConverter converter) {
        int size = size(output.getResult(), context, converter);
        if (size > LIMIT && !isStoredElsewhere(context)) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "the result of " + context.getInfo().getActivityType() + " has " + size
                            + " bytes, and Temporal takes " + SERVER_LIMIT
                            + ": return less, such as the place where the result is stored",
                    TYPE);
        }
        return output;
    }

    private static int size(Object result, ActivityExecutionContext context, DataConverter converter) {
        return converter
                .withContext(new ActivitySerializationContext(context.getInfo()))
                .toPayloads(result)
                .map(Payloads::getSerializedSize)
                .orElse(0);
    }

    private static boolean isStoredElsewhere(ActivityExecutionContext context) {
        return context.getWorkflowClient().getOptions().getExternalStorage() != null;
    }
}
