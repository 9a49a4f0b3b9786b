package dev.durahook.workflows.payload;

import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.failure.v1.Failure;
import io.temporal.client.WorkflowClient;
import io.temporal.common.CancellationToken;
import io.temporal.internal.client.WorkflowClientInternal;
import io.temporal.internal.payload.storage.ExternalStorageRunner;
import org.jspecify.annotations.Nullable;

/**
 * Fetches payloads that an application stores outside of Temporal, with the {@code ExternalStorage} of Temporal's SDK.
 * Temporal then has only a reference to each payload. The SDK fetches the payloads of its own calls, but its data
 * converter would read the reference as if it were the payload.
 */
public final class ExternalPayloads {

    private ExternalPayloads() {}

    /**
     * The payloads as they were before the SDK has stored them elsewhere; the same payloads if Temporal has them.
     *
     * @throws RuntimeException if the storage does not have a payload or does not answer, or if the client has no external
     *     storage; another attempt may succeed
     */
    public static Payloads fetched(WorkflowClient client, Payloads stored) {
        return stored.getPayloadsList().stream().allMatch(ExternalPayloads::isComplete)
                ? stored
                : fetch(client, stored);
    }

    /**
     * The failure with its details as they were before the SDK has stored them elsewhere; the same failure if the client has
     * no external storage.
     *
     * @throws RuntimeException if the storage does not have a payload or does not answer; another attempt may succeed
     */
    public static Failure fetched(WorkflowClient client, Failure stored) {
        ExternalStorageRunner storage = storageOf(client);
        return storage == null ? stored : storage.retrieve(stored, CancellationToken.none());
    }

    private static boolean isComplete(Payload payload) {
        return payload.getExternalPayloadsCount() == 0;
    }

    private static Payloads fetch(WorkflowClient client, Payloads stored) {
        ExternalStorageRunner storage = storageOf(client);
        if (storage == null) {
            throw new IllegalStateException("Temporal has only a reference to a payload in external storage: give the"
                    + " worker's client the ExternalStorage that the receiver's client has");
        }
        return storage.retrieve(stored, CancellationToken.none());
    }

    // The SDK has no public method for this.
    private static @Nullable ExternalStorageRunner storageOf(WorkflowClient client) {
        return ((WorkflowClientInternal) client.getInternal()).getExternalStorageRunner();
    }
}
