package dev.durahook.connection.outage;

import dev.durahook.connection.watch.Throttle;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that Temporal refuses the report of an attempt or of a workflow task. Temporal makes the attempt or the task again
 * when its time is over, but terminates a workflow of which one value is larger than Temporal takes. In an outage the SDK
 * would log each running attempt with a stack trace, so the SDK's lines are switched off by default and this line replaces
 * them.
 *
 * <p>Counts the refused workflow tasks. The SDK counts them together with those that Temporal refuses on purpose.
 */
final class RefusedReports implements ClientInterceptor, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedReports.class);

    private static final Set<MethodDescriptor<?, ?>> REPORTS = Set.of(
            WorkflowServiceGrpc.getRespondActivityTaskCompletedMethod(),
            WorkflowServiceGrpc.getRespondActivityTaskFailedMethod(),
            WorkflowServiceGrpc.getRespondWorkflowTaskCompletedMethod());

    // After most of these statuses the SDK repeats the report for a minute, and an outage is logged elsewhere.
    // NOT_FOUND means that Temporal no longer waits for the attempt: its time is over, or its event has ended.
    private static final Set<Status.Code> NO_REFUSAL = Set.of(
            Status.Code.OK,
            Status.Code.UNAVAILABLE,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.CANCELLED,
            Status.Code.ABORTED,
            Status.Code.INTERNAL,
            Status.Code.UNKNOWN,
            Status.Code.NOT_FOUND);

    // Temporal refuses to end a workflow that has just received a signal, and offers the task again at once.
    private static final String WITH_NEW_SIGNAL = "UnhandledCommand";

    // A value has more than 2 MiB, or what Temporal stores at the end of the task has more than 4 MiB.
    private static final List<String> ENDING = List.of("exceeds size limit", "transaction size");

    // The whole report is larger than a message of gRPC may be.
    private static final String REPORT_TOO_LARGE = "larger than max";

    private static final Duration AT_LEAST = Duration.ofMinutes(1);

    private static final String REPEATED = "an attempt or a workflow task, so the attempt or task is repeated";
    private static final String TERMINATED = "a workflow task that is too large, and terminates the workflow";

    private final Throttle<Status.Code> told;
    private final LongAdder refusedTasks = new LongAdder();
    private volatile @Nullable WorkflowClient client;

    RefusedReports(LongSupplier nanoTime) {
        this.told = new Throttle<>(AT_LEAST, nanoTime);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("durahook.workflow-tasks.refused", refusedTasks, LongAdder::sum)
                .description("Workflow tasks whose report Temporal has refused")
                .register(registry);
    }

    /** Enables the log lines. The client is set here because the connection is created before its client. */
    void watch(WorkflowClient client) {
        this.client = client;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        return REPORTS.contains(method)
                ? new StatusReportingCall<>(call, (status, trailers) -> ended(method, status))
                : call;
    }

    private void ended(MethodDescriptor<?, ?> method, Status status) {
        if (hasNewSignal(status)) {
            return;
        }
        if (isOfTask(method) && (status.getCode() == Status.Code.INVALID_ARGUMENT || says(REPORT_TOO_LARGE, status))) {
            refusedTasks.increment();
        }
        log(status, isOfTask(method) && ENDING.stream().anyMatch(words -> says(words, status)) ? TERMINATED : REPEATED);
    }

    private static boolean isOfTask(MethodDescriptor<?, ?> method) {
        return method.equals(WorkflowServiceGrpc.getRespondWorkflowTaskCompletedMethod());
    }

    private static boolean says(String words, Status status) {
        return String.valueOf(status.getDescription()).contains(words);
    }

    private static boolean hasNewSignal(Status status) {
        return status.getCode() == Status.Code.INVALID_ARGUMENT
                && String.valueOf(status.getDescription()).startsWith(WITH_NEW_SIGNAL);
    }

    private void log(Status status, String consequence) {
        WorkflowClient asked = client;
        if (asked != null && !NO_REFUSAL.contains(status.getCode()) && told.allows(status.getCode())) {
            LOG.warn(
                    "Temporal refuses the report of {}: {}",
                    consequence,
                    FailureReason.of(status.asRuntimeException(), asked));
        }
    }
}
