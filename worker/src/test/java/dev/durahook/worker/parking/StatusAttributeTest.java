package dev.durahook.worker.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.server.OperatorCommands;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
    void parkedEventsThatCannotBeCountedAreNoNumber() {
        assertThatThrownBy(status::countParked).isInstanceOf(StatusRuntimeException.class);
    }

    @Test
    void parkedEventsAreCounted() {
        frontend.count = Status.OK;
        frontend.parked = 3;
        assertThat(status.countParked()).isEqualTo(3);
    }

    @Test
    void missingAttributeIsRegisteredAndUsableAtOnce(CapturedOutput output) {
        frontend.type = IndexedValueType.INDEXED_VALUE_TYPE_UNSPECIFIED;
        frontend.registration = Status.OK;
        assertThat(status.statusAttributeRegistered()).isFalse();
        status.ensureUsable();
        assertThat(status.statusAttributeRegistered()).isTrue();
        status.ensureUsable();
        assertThat(output)
                .containsOnlyOnce("Registered the search attribute DurahookStatus in namespace shop")
                .doesNotContain("is usable now")
                .doesNotContain("temporal operator");
    }

    @Test
    void refusedRegistrationIsLoggedWithItsReasonAndTheCommand(CapturedOutput output) {
        status.ensureUsable();
        assertThat(output)
                .contains("DurahookStatus could not be registered (PERMISSION_DENIED: Request unauthorized.)")
                .contains(COMMAND);
        assertThat(status.statusAttributeRegistered()).isFalse();
    }

    @Test
    void registrationByAnotherWorkerInTheMeantimeIsNotAFailure(CapturedOutput output) {
        frontend.registration = Status.ALREADY_EXISTS;
        status.ensureUsable();
        assertThat(output).doesNotContain("temporal operator");
    }

    @Test
    void serverWithoutSearchAttributesCausesNoWarning(CapturedOutput output) {
        try (FakeFrontend fake = FakeFrontend.start()) {
            WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(fake.target())
                    .build());
            new StatusAttribute(stubs, "shop").ensureUsable();
            stubs.shutdownNow();
        }
        assertThat(output).doesNotContain("DurahookStatus");
    }

    @Test
    void attributeOfAnotherTypeIsSaidOnceWithTheCommandsAndNotSet(CapturedOutput output) {
        frontend.type = IndexedValueType.INDEXED_VALUE_TYPE_INT;
        for (int i = 0; i < 3; i++) {
            status.ensureUsable();
        }
        assertThat(output)
                .containsOnlyOnce("DurahookStatus has the type INT instead of Keyword")
                .contains("search-attribute remove --namespace shop --name DurahookStatus --yes && " + COMMAND);
        assertThat(status.statusAttributeRegistered()).isFalse();
    }

    @Test
    void commandsForTemporalCloudAreThoseOfItsOwnCli(CapturedOutput output) {
        StatusAttribute inCloud = new StatusAttribute(
                new StatusQuestions(frontend.stubs(), "shop.a1b2c"),
                new OperatorCommands("shop.a1b2c.tmprl.cloud:7233", "shop.a1b2c"),
                System::nanoTime);
        inCloud.ensureUsable();
        assertThat(output)
                .contains("run: tcld namespace search-attributes add --namespace shop.a1b2c --search-attribute"
                        + " \"DurahookStatus=Keyword\"");
        frontend.type = IndexedValueType.INDEXED_VALUE_TYPE_INT;
        inCloud.ensureUsable();
        assertThat(output)
                .contains("run: tcld namespace search-attributes rename --namespace shop.a1b2c"
                        + " --existing-name DurahookStatus --new-name DurahookStatusOld && tcld namespace"
                        + " search-attributes add --namespace shop.a1b2c")
                .doesNotContain("temporal operator");
    }

    @Test
    void attributeOfAnotherTypeIsListedOnce() {
        frontend.type = IndexedValueType.INDEXED_VALUE_TYPE_INT;
        status.ensureUsable();
        assertThat(frontend.listings).hasValue(1);
    }

    @Test
    void problemIsSaidAgainWhenItHasChangedAndItsEndAsWell(CapturedOutput output) {
        status.ensureUsable();
        status.ensureUsable();
        assertThat(output).containsOnlyOnce("could not be registered");
        frontend.type = IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
        status.ensureUsable();
        status.ensureUsable();
        assertThat(output).containsOnlyOnce("is usable now");
        frontend.type = IndexedValueType.INDEXED_VALUE_TYPE_TEXT;
        status.ensureUsable();
        assertThat(output).contains("has the type TEXT");
    }

    @Test
    void answerIsKeptForSecondsAndNotForTheLifeOfTheWorker() {
        AtomicLong now = new AtomicLong(TimeUnit.HOURS.toNanos(1));
        StatusAttribute seen = new StatusAttribute(
                new StatusQuestions(frontend.stubs(), "shop"),
                new OperatorCommands("127.0.0.1:7233", "shop"),
                now::get);
        frontend.type = IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
        assertThat(seen.statusAttributeRegistered()).isTrue();
        frontend.type = IndexedValueType.INDEXED_VALUE_TYPE_INT;
        now.addAndGet(TimeUnit.SECONDS.toNanos(5));
        assertThat(seen.statusAttributeRegistered()).isTrue();
        now.addAndGet(1);
        assertThat(seen.statusAttributeRegistered()).isFalse();
        now.addAndGet(TimeUnit.SECONDS.toNanos(6));
        frontend.type = IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
        assertThat(seen.statusAttributeRegistered()).isTrue();
    }

    @Test
    void attributeCountsAsRegisteredIfThePermissionToListIsMissing() {
        frontend.list = Status.PERMISSION_DENIED;
        frontend.count = Status.OK;
        assertThat(status.statusAttributeRegistered()).isTrue();
    }

    @Test
    void listThatWasNotAnsweredIsAskedForAgainAfterSeconds() {
        AtomicLong now = new AtomicLong(TimeUnit.HOURS.toNanos(1));
        StatusAttribute asked = at(now);
        frontend.list = Status.DEADLINE_EXCEEDED;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(asked::statusAttributeRegistered)
                    .isInstanceOf(StatusRuntimeException.class)
                    .hasMessageContaining("DEADLINE_EXCEEDED");
        }
        assertThat(frontend.listings)
                .as("one question for all events that wait")
                .hasValue(1);
        frontend.type = IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
        now.addAndGet(TimeUnit.SECONDS.toNanos(5) + 1);
        assertThat(asked.statusAttributeRegistered()).isTrue();
    }

    @Test
    void attributeThatWasSeenIsSeenAtOnceAfterAMissingAnswer() {
        frontend.list = Status.UNAVAILABLE;
        assertThatThrownBy(status::statusAttributeRegistered).isInstanceOf(StatusRuntimeException.class);
        frontend.type = IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
        status.ensureUsable();
        assertThat(status.statusAttributeRegistered()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"INVALID_ARGUMENT", "UNIMPLEMENTED", "PERMISSION_DENIED"})
    void attributeCountsAsMissingIfTheServerCannotList(Status.Code code) {
        frontend.count = code.toStatus();
        assertThat(status.statusAttributeRegistered()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"UNAVAILABLE", "RESOURCE_EXHAUSTED", "DEADLINE_EXCEEDED", "INTERNAL"})
    void questionThatWasNotAnsweredIsAskedAgain(Status.Code code) {
        AtomicLong now = new AtomicLong(TimeUnit.HOURS.toNanos(1));
        StatusAttribute asked = at(now);
        frontend.count = code.toStatus();
        assertThatThrownBy(asked::statusAttributeRegistered).isInstanceOf(StatusRuntimeException.class);
        frontend.count = Status.OK;
        now.addAndGet(TimeUnit.SECONDS.toNanos(5) + 1);
        assertThat(asked.statusAttributeRegistered()).isTrue();
    }

    private StatusAttribute at(AtomicLong now) {
        return new StatusAttribute(
                new StatusQuestions(frontend.stubs(), "shop"),
                new OperatorCommands("127.0.0.1:7233", "shop"),
                now::get);
    }
}
