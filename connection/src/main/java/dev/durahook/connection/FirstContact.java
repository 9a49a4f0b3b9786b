package dev.durahook.connection;

import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import io.temporal.serviceclient.WorkflowServiceStubs;

/**
 * Asks the server who it is before the first start. The SDK would ask by itself, but one thread after the other and for
 * five seconds each: with Temporal down since before the application, a handful of concurrent starts would take half a
 * minute to fail. Here every start asks at the same time, within the RPC timeout, until one has got an answer.
 */
final class FirstContact extends WorkflowClientInterceptorBase {

    private final WorkflowServiceStubs stubs;
    private volatile boolean made;

    FirstContact(WorkflowServiceStubs stubs) {
        this.stubs = stubs;
    }

    @Override
    public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(WorkflowClientCallsInterceptor next) {
        return new WorkflowClientCallsInterceptorBase(next) {
            @Override
            public WorkflowStartOutput start(WorkflowStartInput input) {
                make();
                return super.start(input);
            }
        };
    }

    // The SDK sees the answer on its way and keeps it.
    private void make() {
        if (!made) {
            stubs.blockingStub().getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
            made = true;
        }
    }
}
