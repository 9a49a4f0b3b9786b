package dev.durahook.testing.processing;

import dev.durahook.testing.time.ClockStoppingInterceptor;
import dev.durahook.testing.time.RecordedAttempts;
import dev.durahook.testing.time.SkippingClock;
import dev.durahook.testing.time.WatchingInterceptor;
import dev.durahook.workflows.failure.HiddenText;
import dev.durahook.workflows.failure.TrimmedFailures;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DiscardInterceptor;
import dev.durahook.workflows.reading.EventDataConverter;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.function.Supplier;

/** Sets up the test server and its workers. */
final class EnvironmentOptions {

    private EnvironmentOptions() {}

    static TestEnvironmentOptions options(Supplier<SkippingClock> clock, RecordedAttempts attempts) {
        return TestEnvironmentOptions.newBuilder()
                .registerSearchAttribute(EventStatus.KEY.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                .setWorkflowServiceStubsOptions(WorkflowServiceStubsOptions.newBuilder()
                        .addGrpcClientInterceptor(new ClockStoppingInterceptor(clock))
                        .build())
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(new EventDataConverter(EventDataConverter.standard()))
                        .build())
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(
                                new DiscardInterceptor(),
                                new PacedRetries(),
                                new TrimmedFailures(HiddenText.NOTHING),
                                new ForeignAttempts(),
                                new WatchingInterceptor(clock, attempts))
                        .build())
                .build();
    }
}
