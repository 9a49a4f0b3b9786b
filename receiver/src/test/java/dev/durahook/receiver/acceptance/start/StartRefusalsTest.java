package dev.durahook.receiver.acceptance.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class StartRefusalsTest {

    private final WorkflowStart start = new WorkflowStart(Deadline.after(0, TimeUnit.NANOSECONDS));

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "RESOURCE_EXHAUSTED", "ABORTED", "INTERNAL", "UNKNOWN"})
    void statusAfterWhichTheClientTriesAgainIsTheReason(Status.Code code) {
        end(code.toStatus().withDescription("not now"));

        assertThat(start.await())
                .isInstanceOfSatisfying(
                        NotStored.class, late -> assertThat(late.detail()).endsWith(code + ": not now"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"UNAVAILABLE", "RESOURCE_EXHAUSTED", "ABORTED", "INTERNAL", "UNKNOWN"},
            mode = Mode.EXCLUDE)
    void otherStatusIsNoReason(Status.Code code) {
        end(code.toStatus().withDescription("not now"));

        assertThat(start.await())
                .isInstanceOfSatisfying(
                        NotStored.class, late -> assertThat(late.detail()).doesNotContain("not now"));
    }

    @Test
    void callThatStartsNoEventIsLeftAlone() {
        EndedCall<?, ?> call = new EndedCall<>(Status.UNAVAILABLE);

        assertThat(intercept(call)).isSameAs(call);
    }

    private void end(Status status) {
        Context.current()
                .withValue(WorkflowStart.CURRENT, start)
                .run(() -> intercept(new EndedCall<>(status)).start(new ClientCall.Listener<>() {}, new Metadata()));
    }

    private static ClientCall<StartWorkflowExecutionRequest, StartWorkflowExecutionResponse> intercept(
            EndedCall<?, ?> call) {
        return new StartRefusals()
                .interceptCall(
                        WorkflowServiceGrpc.getStartWorkflowExecutionMethod(), CallOptions.DEFAULT, new OneCall(call));
    }

    /** A channel that makes this call. */
    private static final class OneCall extends Channel {

        private final ClientCall<?, ?> call;

        OneCall(ClientCall<?, ?> call) {
            this.call = call;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
            return (ClientCall<Q, A>) call;
        }

        @Override
        public String authority() {
            return "";
        }
    }

    /** A call that ends with this status as soon as it is started. */
    private static final class EndedCall<Q, A> extends ClientCall<Q, A> {

        private final Status status;

        EndedCall(Status status) {
            this.status = status;
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            listener.onClose(status, new Metadata());
        }

        @Override
        public void request(int messages) {}

        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {}

        @Override
        public void halfClose() {}

        @Override
        public void sendMessage(Q message) {}
    }
}
