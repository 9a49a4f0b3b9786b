package dev.durahook.connection.outage;

import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import io.temporal.serviceclient.WorkflowServiceStubs;

/**
 * Asks the server for its system information before the first workflow is started. The SDK would ask by itself, but
 * waits for five seconds, regardless of the RPC timeout. Meanwhile one thread asks and the other threads wait; the
 * starts of the other threads then fail with an {@code IllegalArgumentException} about a negative duration. Every
 * delivery would fail in this way if Temporal was down when the application started. With this interceptor each start
 * of a workflow asks for itself, within the RPC timeout, until the server has answered once.
 *
 * @see <a href="https://github.com/temporalio/sdk-java/issues/2132">sdk-java #2132: the RPC timeout does not apply to
 *     this call</a>
 */
final class SystemInfoInterceptor extends WorkflowClientInterceptorBase {

    private final WorkflowServiceStubs stubs;
    private volatile boolean hasAnswered;

    SystemInfoInterceptor(WorkflowServiceStubs stubs) {
        this.stubs = stubs;
    }

    @Override
    public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(WorkflowClientCallsInterceptor next) {
        return new WorkflowClientCallsInterceptorBase(next) {
            @Override
            public WorkflowStartOutput start(WorkflowStartInput input) {
                askUnlessAnswered();
                return super.start(input);
            }
        };
    }

    // The SDK also sees this answer and keeps it, so that it does not ask again.
    private void askUnlessAnswered() {
        if (!hasAnswered) {
            stubs.blockingStub().getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
            hasAnswered = true;
        }
    }
}
