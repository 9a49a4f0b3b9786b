package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class WorkerLifecycleTest {

    // The server takes the connection and says nothing, so the start waits for its answer until the stop.
    @Test
    void stopBeforeTemporalHasAnsweredIsNotReportedAsAFailedStart(CapturedOutput output) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WorkerContext.with("spring.temporal.connection.target=127.0.0.1:" + silent.getLocalPort())
                    .withUserConfiguration(PatientConnection.class)
                    .run(context -> {
                        Socket connection = silent.accept();
                        context.getBean(WorkerLifecycle.class).stop();
                        Await.until("the thread that starts the workers has ended", () -> starters() == 0);
                        connection.close();
                    });
        }
        assertThat(output).doesNotContain("can't start yet");
    }

    @Test
    void workersStartAlthoughNoThreadCouldBeStartedForAMoment() {
        try (FakeFrontend temporal = FakeFrontend.start()) {
            WorkerContext.with("spring.temporal.connection.target=" + temporal.target())
                    .withUserConfiguration(MomentWithoutThreads.class)
                    .run(context -> {
                        WorkerLifecycle workers = context.getBean(WorkerLifecycle.class);
                        Await.until("the workers have started", workers::isWorking);
                        assertThat(context.getBean(FirstCallFails.class).failures)
                                .hasValue(1);
                    });
        }
    }

    // Spring's test framework pauses a context while a test uses another one.
    @Test
    void workersGoOnWhileTheContextIsPaused() {
        try (FakeFrontend temporal = FakeFrontend.start()) {
            WorkerContext.with("spring.temporal.connection.target=" + temporal.target())
                    .run(context -> {
                        WorkerLifecycle workers = context.getBean(WorkerLifecycle.class);
                        Await.until("the workers have started", workers::isWorking);
                        context.getSourceApplicationContext().pause();
                        assertThat(workers.isWorking()).isTrue();
                        context.getSourceApplicationContext().restart();
                        Await.until("the workers work", workers::isWorking);
                    });
        }
    }

    @Test
    void workersThatWereStoppedSayThatTheyCanNotStartAgain(CapturedOutput output) {
        try (FakeFrontend temporal = FakeFrontend.start()) {
            WorkerContext.with("spring.temporal.connection.target=" + temporal.target())
                    .run(context -> {
                        WorkerLifecycle workers = context.getBean(WorkerLifecycle.class);
                        Await.until("the workers have started", workers::isWorking);
                        workers.stop();
                        workers.start();
                        assertThat(workers.isRunning()).isFalse();
                    });
        }
        assertThat(output)
                .contains("The workers were stopped and can't be started again: restart the application")
                .doesNotContain("can't start yet");
    }

    private static long starters() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("durahook-worker-start"))
                .count();
    }

    /** A connection whose first call finds no thread. */
    @Configuration
    static class MomentWithoutThreads {

        @Bean
        FirstCallFails firstCallFails() {
            return new FirstCallFails();
        }

        @Bean
        TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> withoutThreads(FirstCallFails interceptor) {
            return options -> options.setGrpcClientInterceptors(List.of(interceptor));
        }
    }

    static final class FirstCallFails implements ClientInterceptor {

        private final AtomicInteger failures = new AtomicInteger();

        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            if (failures.compareAndSet(0, 1)) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return next.newCall(method, options);
        }
    }

    /** A connection that waits for the server's first answer longer than the test takes, and for no other. */
    @Configuration
    static class PatientConnection {

        @Bean
        TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> patience() {
            return options -> options.setSystemInfoTimeout(Await.PATIENCE).setRpcTimeout(Duration.ofMillis(500));
        }
    }
}
