package dev.durahook.standalone.temporal;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Recognises a Temporal by its system information, for which a caller needs no permission. */
public final class GrpcProbe implements TemporalProbe {

    // A busy machine takes seconds to answer. If a server is not recognised, another one is started, and the events of
    // the first are not seen. A port that accepts and says nothing delays the start this long.
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Duration deadline;

    /** Waits half a minute for an answer. */
    public GrpcProbe() {
        this(DEADLINE);
    }

    GrpcProbe(Duration deadline) {
        this.deadline = deadline;
    }

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

    private boolean answers(ManagedChannel channel) {
        try {
            return WorkflowServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
                    .hasCapabilities();
        } catch (StatusRuntimeException e) {
            return false;
        }
    }
}
