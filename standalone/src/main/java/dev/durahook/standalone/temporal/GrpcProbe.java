package dev.durahook.standalone.temporal;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.concurrent.TimeUnit;

/** Recognises a Temporal by its system information, for which a caller needs no permission. */
public final class GrpcProbe implements TemporalProbe {

    // A server on this machine needs milliseconds; a port that accepts and says nothing must not hold up the start.
    private static final long DEADLINE_MILLIS = 5_000;

    @Override
    public boolean answers(String target) {
        ManagedChannel channel = Grpc.newChannelBuilder(target, InsecureChannelCredentials.create())
                .build();
        try {
            return answers(channel);
        } finally {
            channel.shutdownNow();
        }
    }

    private static boolean answers(ManagedChannel channel) {
        try {
            return WorkflowServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(DEADLINE_MILLIS, TimeUnit.MILLISECONDS)
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
                    .hasCapabilities();
        } catch (StatusRuntimeException e) {
            return false;
        }
    }
}
