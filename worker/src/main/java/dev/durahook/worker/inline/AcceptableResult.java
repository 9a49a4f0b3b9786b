package dev.durahook.worker.inline;

import dev.durahook.connection.server.PayloadLimit;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor.ActivityOutput;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.context.ActivitySerializationContext;

/**
 * Fails a local activity if its result is too large for Temporal. The server fails a scheduled activity that reports such
 * a result. But it terminates a workflow that reports such a result with its task, and the event would be lost.
 *
 * @param converter the client's data converter
 * @param limit the namespace's limit
 */
record AcceptableResult(DataConverter converter, PayloadLimit limit) {

    private static final String TYPE = "ResultTooLarge";

    // Temporal stores the activity's type and ID beside the result, and the limit holds for all of it.
    private static final int BESIDE_THE_RESULT = 16 * 1024;

    /**
     * The result itself.
     *
     * @param arguments the size in bytes of the arguments that Temporal stores beside the result
     * @throws ApplicationFailure if the result is too large; no further attempt is made
     */
    ActivityOutput of(ActivityOutput output, ActivityExecutionContext context, int arguments) {
        int size = size(output.getResult(), context);
        long most = limit.bytes();
        if ((long) size + arguments > most - BESIDE_THE_RESULT && !isStoredElsewhere(context)) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "the result of " + context.getInfo().getActivityType() + " has " + size + " bytes"
                            + (arguments == 0 ? "" : ", its arguments have " + arguments)
                            + ", and Temporal takes " + most
                            + ": return less, such as the place where the result is stored",
                    TYPE);
        }
        return output;
    }

    private int size(Object result, ActivityExecutionContext context) {
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
