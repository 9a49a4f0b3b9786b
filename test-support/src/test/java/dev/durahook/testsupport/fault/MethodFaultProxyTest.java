package dev.durahook.testsupport.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetClusterInfoRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MethodFaultProxyTest {

    private static final String START = "StartWorkflowExecution";
    private static final Metadata.Key<String> CLIENT = Metadata.Key.of("client-name", Metadata.ASCII_STRING_MARSHALLER);

    private final FakeFrontend frontend = FakeFrontend.start();
    private final MethodFaultProxy proxy = MethodFaultProxy.to(frontend.target());
    private final WorkflowServiceStubs stubs =
            WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(proxy.target())
                    .setRpcTimeout(Duration.ofMinutes(1))
                    .build());

    @AfterEach
    void stop() {
        stubs.shutdownNow();
        proxy.close();
        frontend.close();
    }

    @Test
    void passesCallsAndTheirHeadersOn() {
        start(Await.PATIENCE);

        assertThat(frontend.startCalls()).isEqualTo(1);
        assertThat(proxy.calls(START)).isEqualTo(1);
        assertThat(frontend.headers().get(frontend.headers().size() - 1).get(CLIENT))
                .isNotEmpty();
    }

    @Test
    void failureOfTheServerPassesUnchanged() {
        frontend.answerStartsWith(Status.RESOURCE_EXHAUSTED.withDescription("over quota"));

        assertThat(failure(Await.PATIENCE)).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    }

    @Test
    void onlyTheMethodThatIsRefusedFails() {
        proxy.set(START, MethodFault.refused(Status.UNAVAILABLE));

        assertThat(failure(Await.PATIENCE)).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(frontend.startCalls()).isZero();
        stubs.blockingStub().getClusterInfo(GetClusterInfoRequest.getDefaultInstance());
        proxy.heal();
        start(Await.PATIENCE);
    }

    @Test
    void callThatIsDoneMayFail() {
        proxy.set(START, MethodFault.doneButFailed(Status.UNAVAILABLE));

        assertThat(failure(Await.PATIENCE)).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(frontend.startCalls()).isEqualTo(1);
    }

    @Test
    void lateAnswerIsAnAnswer() {
        proxy.set(START, MethodFault.late(Duration.ofMillis(300)));
        long begin = System.nanoTime();

        start(Await.PATIENCE);
        assertThat(System.nanoTime() - begin)
                .isGreaterThan(Duration.ofMillis(300).toNanos());
        proxy.set(START, MethodFault.late(Duration.ofMinutes(1)));
        exceedDeadlinesUntil("the call is done", Duration.ofMillis(300), () -> frontend.startCalls() >= 2);
    }

    @Test
    void hungCallFailsAtItsDeadlineOrWhenTheFaultEnds() {
        proxy.set(START, MethodFault.hung());
        exceedDeadlinesUntil("the call has arrived", Duration.ofMillis(300), () -> proxy.calls(START) >= 1);

        int before = proxy.calls(START);
        CompletableFuture<Status.Code> later = CompletableFuture.supplyAsync(() -> failure(Await.PATIENCE));
        Await.until("the call has arrived", () -> proxy.calls(START) > before);
        proxy.heal();
        assertThat(later.join()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(frontend.startCalls()).isZero();
    }

    @Test
    void unheardCallIsDone() {
        proxy.set(START, MethodFault.unheard());

        exceedDeadlinesUntil("the call is done", Duration.ofMillis(300), () -> frontend.startCalls() >= 1);
    }

    // On a busy machine, a deadline may pass before the call is sent.
    private void exceedDeadlinesUntil(String what, Duration deadline, BooleanSupplier condition) {
        Await.until(what, () -> {
            assertThat(failure(deadline)).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            return condition.getAsBoolean();
        });
    }

    private void start(Duration deadline) {
        stubs.blockingStub()
                .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .startWorkflowExecution(StartWorkflowExecutionRequest.newBuilder()
                        .setNamespace("default")
                        .setWorkflowId("an-id")
                        .build());
    }

    private Status.Code failure(Duration deadline) {
        return catchThrowableOfType(StatusRuntimeException.class, () -> start(deadline))
                .getStatus()
                .getCode();
    }
}
