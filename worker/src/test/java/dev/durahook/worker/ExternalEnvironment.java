package dev.durahook.worker;

import dev.durahook.testsupport.temporal.MemoryStorage;
import dev.durahook.workflows.reading.EventDataConverter;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;

/** A server for tests, and a client that stores payloads outside of Temporal. */
public final class ExternalEnvironment {

    private ExternalEnvironment() {}

    /**
     * Starts a server.
     *
     * @param threshold the size in bytes from which payloads are stored in this storage
     */
    public static TestWorkflowEnvironment with(MemoryStorage storage, int threshold) {
        return TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(EventDataConverter.standard())
                        .setExternalStorage(storage.from(threshold))
                        .build())
                .build());
    }
}
