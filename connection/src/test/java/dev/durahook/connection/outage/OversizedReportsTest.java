package dev.durahook.connection.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OversizedReportsTest {

    @Test
    void workflowWhoseReportIsTooLargeIsNotTerminated() {
        assertThat(sent(WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_GRPC_MESSAGE_TOO_LARGE))
                .isEqualTo(WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_WORKER_UNHANDLED_FAILURE);
    }

    @ParameterizedTest
    @EnumSource(
            value = WorkflowTaskFailedCause.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WORKFLOW_TASK_FAILED_CAUSE_GRPC_MESSAGE_TOO_LARGE", "UNRECOGNIZED"})
    void otherCauseIsSentAsItIs(WorkflowTaskFailedCause cause) {
        assertThat(sent(cause)).isEqualTo(cause);
    }

    private static WorkflowTaskFailedCause sent(WorkflowTaskFailedCause cause) {
        Server server = new Server();
        new OversizedReports()
                .interceptCall(WorkflowServiceGrpc.getRespondWorkflowTaskFailedMethod(), CallOptions.DEFAULT, server)
                .sendMessage(RespondWorkflowTaskFailedRequest.newBuilder()
                        .setCause(cause)
                        .setIdentity("worker")
                        .build());
        assertThat(server.sent)
                .singleElement()
                .extracting(message -> ((RespondWorkflowTaskFailedRequest) message).getIdentity())
                .isEqualTo("worker");
        return ((RespondWorkflowTaskFailedRequest) server.sent.get(0)).getCause();
    }

    /** Notes what is sent, and answers nothing. */
    private static final class Server extends Channel {

        private final List<Object> sent = new ArrayList<>();

        @Override
        public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
            return new ClientCall<>() {
                @Override
                public void start(Listener<A> listener, Metadata headers) {}

                @Override
                public void request(int messages) {}

                @Override
                public void cancel(@Nullable String message, @Nullable Throwable cause) {}

                @Override
                public void halfClose() {}

                @Override
                public void sendMessage(Q message) {
                    sent.add(message);
                }
            };
        }

        @Override
        public String authority() {
            return "";
        }
    }
}
