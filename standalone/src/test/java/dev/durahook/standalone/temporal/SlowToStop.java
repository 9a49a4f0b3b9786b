package dev.durahook.standalone.temporal;

import dev.durahook.testsupport.Await;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;

/** Simulates a worker that reports to Temporal while it stops, and prints whether Temporal answered. */
final class SlowToStop implements DisposableBean {

    private final String target;

    SlowToStop(Environment environment) {
        this.target = environment.getRequiredProperty("spring.temporal.connection.target");
    }

    @Override
    public void destroy() throws InterruptedException {
        // An orderly end of the server takes some time, so the call is repeated for a while.
        for (int i = 0; i < 40; i++) {
            Thread.sleep(100);
            if (!answers()) {
                System.out.println("Temporal was gone before the application");
                return;
            }
        }
        System.out.println("Temporal was there to the end");
    }

    // Nothing listens any more where a server has ended. A server that is only late has time.
    private boolean answers() {
        ManagedChannel channel = Grpc.newChannelBuilder(target, InsecureChannelCredentials.create())
                .build();
        try {
            return WorkflowServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
                    .hasCapabilities();
        } catch (StatusRuntimeException e) {
            return false;
        } finally {
            channel.shutdownNow();
        }
    }
}
