package dev.durahook.connection.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
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
        CannedAnswers server = new CannedAnswers();
        WorkflowServiceStubs stubs = server.connection(new OversizedReports());
        stubs.blockingStub()
                .respondWorkflowTaskFailed(RespondWorkflowTaskFailedRequest.newBuilder()
                        .setCause(cause)
                        .setIdentity("worker")
                        .build());
        stubs.shutdownNow();
        assertThat(server.sent(RespondWorkflowTaskFailedRequest.class))
                .singleElement()
                .extracting(RespondWorkflowTaskFailedRequest::getIdentity)
                .isEqualTo("worker");
        return server.sent(RespondWorkflowTaskFailedRequest.class).get(0).getCause();
    }
}
