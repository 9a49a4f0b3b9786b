package dev.durahook.loadsupport.server;

import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes clients of a server. */
public final class ServerClient {

    private ServerClient() {}

    /**
     * A client of Temporal's SDK with default options. The variable that says whether Durahook compresses counts here
     * too.
     *
     * @param target the address, as {@code host:port}
     */
    public static WorkflowClient of(String target, String namespace) {
        WorkflowServiceStubsOptions.Builder options =
                WorkflowServiceStubsOptions.newBuilder().setTarget(target);
        compression(System.getenv("DURAHOOK_TEMPORAL_GRPC_COMPRESSION")).ifPresent(options::setGrpcCompression);
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(options.build());
        return WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder().setNamespace(namespace).build());
    }

    // An empty variable counts as not set, as in the applications.
    static Optional<GrpcCompression> compression(@Nullable String variable) {
        return Optional.ofNullable(variable)
                .filter(text -> !text.isEmpty())
                .map(text -> GrpcCompression.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    /** Whether the server answers, within a second, that it has the namespace. */
    public static boolean answers(WorkflowServiceStubs stubs, String namespace) {
        try {
            stubs.blockingStub()
                    .withDeadlineAfter(1, TimeUnit.SECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(namespace)
                            .build());
            return true;
        } catch (RuntimeException notYet) {
            return false;
        }
    }
}
