package dev.durahook.connection.outage;

import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import java.time.Duration;

/** Configures the connection so that it is restored soon after an outage. */
final class ReconnectCustomizer implements TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> {

    // gRPC's own back-off between attempts to connect grows to 2 minutes, the SDK's to 10 s.
    private static final Duration BACKOFF_LIMIT = Duration.ofSeconds(1);

    // Temporal's frontend closes a connection that is pinged more often than every 10 s. The SDK's 30 s and 15 s would
    // leave a worker's poll on a dead connection for 45 s.
    private static final Duration KEEP_ALIVE_TIME = Duration.ofSeconds(15);
    private static final Duration KEEP_ALIVE_TIMEOUT = Duration.ofSeconds(5);

    private final StaleConnections staleConnections;
    private final ServerLossDetector serverLossDetector;

    ReconnectCustomizer(StaleConnections staleConnections, ServerLossDetector serverLossDetector) {
        this.staleConnections = staleConnections;
        this.serverLossDetector = serverLossDetector;
    }

    @Override
    public WorkflowServiceStubsOptions.Builder customize(WorkflowServiceStubsOptions.Builder options) {
        return options.setConnectionBackoffResetFrequency(BACKOFF_LIMIT)
                .setKeepAliveTime(KEEP_ALIVE_TIME)
                .setKeepAliveTimeout(KEEP_ALIVE_TIMEOUT)
                .addGrpcClientInterceptor(staleConnections)
                .addGrpcClientInterceptor(serverLossDetector);
    }
}
