package dev.durahook.worker.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.FakeFrontend;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StatusAttributeTest {

    private static final String COMMAND =
            "temporal operator search-attribute create --namespace shop --name DurahookStatus --type Keyword";

    private final RefusingFrontend frontend = new RefusingFrontend();
    private final StatusAttribute status = new StatusAttribute(frontend.stubs(), "shop");

    @AfterEach
    void close() {
        frontend.close();
    }

    @Test
    void parkedEventsThatCannotBeCountedAreNotANumber() {
        assertThat(status.countParked()).isNaN();
    }

    @Test
    void refusedRegistrationIsLoggedWithItsReasonAndTheCommand(CapturedOutput output) {
        status.register();
        assertThat(output)
                .contains("DurahookStatus could not be registered (PERMISSION_DENIED: Request unauthorized.)")
                .contains(COMMAND);
        assertThat(status.statusAttributeRegistered()).isFalse();
    }

    @Test
    void registrationByAnotherWorkerInTheMeantimeIsNoFailure(CapturedOutput output) {
        frontend.registration = Status.ALREADY_EXISTS;
        status.register();
        assertThat(output).doesNotContain("temporal operator");
    }

    @Test
    void serverWithoutVisibilityIsLoggedWithTheCommandToo(CapturedOutput output) {
        try (FakeFrontend fake = FakeFrontend.start()) {
            WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(fake.target())
                    .build());
            new StatusAttribute(stubs, "shop").register();
            stubs.shutdownNow();
        }
        assertThat(output).contains("(UNIMPLEMENTED").contains(COMMAND);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"INVALID_ARGUMENT", "UNIMPLEMENTED", "PERMISSION_DENIED"})
    void eventIsParkedWithoutItWhereItCannotBeAskedFor(Status.Code code) {
        frontend.count = code.toStatus();
        assertThat(status.statusAttributeRegistered()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"UNAVAILABLE", "RESOURCE_EXHAUSTED", "DEADLINE_EXCEEDED", "INTERNAL"})
    void questionThatWasNotAnsweredIsAskedAgain(Status.Code code) {
        frontend.count = code.toStatus();
        assertThatThrownBy(status::statusAttributeRegistered).isInstanceOf(StatusRuntimeException.class);
    }
}
