package dev.durahook.connection.profile;

import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Chooses whether requests to Temporal are compressed. Temporal compresses its answer if the request was compressed.
 * By default, the SDK compresses, which saves traffic and costs processor time on both sides; on one machine there is
 * no traffic to save.
 */
final class CompressionCustomizer implements TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> {

    private final GrpcCompression compression;

    /**
     * Chooses the compression.
     *
     * @param declared the declared compression; null if none is declared
     * @param target Temporal's address
     */
    CompressionCustomizer(@Nullable GrpcCompression declared, String target) {
        if (declared == null) {
            this.compression = ConnectionTarget.isLoopback(target) ? GrpcCompression.NONE : GrpcCompression.GZIP;
        } else {
            this.compression = declared;
        }
    }

    @Override
    public WorkflowServiceStubsOptions.Builder customize(WorkflowServiceStubsOptions.Builder options) {
        return options.setGrpcCompression(compression);
    }
}
