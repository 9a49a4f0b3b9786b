package dev.durahook.connection;

import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A connection to a fake frontend through a proxy with faults. Connection, proxy and frontend end with the test. */
public final class FaultyConnection implements AfterEachCallback {

    private final FakeFrontend frontend = FakeFrontend.start();
    private final FaultProxy proxy = FaultProxy.to(frontend.target());
    private final WorkflowServiceStubs stubs;

    private FaultyConnection(UnaryOperator<WorkflowServiceStubsOptions.Builder> options) {
        stubs = WorkflowServiceStubs.newServiceStubs(
                options.apply(WorkflowServiceStubsOptions.newBuilder().setTarget(proxy.target()))
                        .build());
    }

    /**
     * Starts the frontend and the proxy.
     *
     * @param options adds the options of the connection, which already has its address
     */
    public static FaultyConnection with(UnaryOperator<WorkflowServiceStubsOptions.Builder> options) {
        return new FaultyConnection(options);
    }

    public FakeFrontend frontend() {
        return frontend;
    }

    public FaultProxy proxy() {
        return proxy;
    }

    public WorkflowServiceStubs stubs() {
        return stubs;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stubs.shutdownNow();
        proxy.close();
        frontend.close();
    }
}
