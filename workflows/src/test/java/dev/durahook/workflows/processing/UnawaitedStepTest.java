package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.shop.Shop;
import dev.durahook.workflows.shop.Unawaited;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workflow that would end while a step that it does not await is parked. */
@Timeout(120)
class UnawaitedStepTest {

    private final Shop shop = Shop.open(Unawaited.UnawaitedWorkflow.class);

    @BeforeEach
    void fail() {
        shop.configuration.registerStatus();
        shop.ledger.fail();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** Parks the step, then lets the workflow's code end. */
    private WorkflowStub parkedAndEnding(String how) {
        WorkflowStub event = shop.deliver(Unawaited.TYPE);
        shop.letPass(Duration.ofDays(1));
        shop.signal(event, Unawaited.SIGNAL, how);
        return event;
    }

    @ParameterizedTest
    @ValueSource(strings = {Unawaited.RETURN, Unawaited.CONTINUE, Unawaited.FAIL})
    void keepsTheWorkflowOpenAndParked(String how) {
        WorkflowStub event = parkedAndEnding(how);
        assertThat(event.describe().getStatus()).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
        assertThat(shop.status(event)).contains(EventStatus.PARKED);
        assertThat(shop.details(event)).contains("- Step: `Book the payment`");
    }

    @Test
    void isRetriedToItsEndBeforeTheWorkflowCompletes() {
        WorkflowStub event = parkedAndEnding(Unawaited.RETURN);
        shop.signal(event, "retry");
        assertThat(shop.status(event)).contains(EventStatus.PARKED);
        assertThat(shop.ledger.calls()).isEqualTo(6);

        shop.ledger.failTimes(1);
        event.signal("retry");
        assertThat(event.getResult(String.class)).isEqualTo("returned");
        assertThat(shop.ledger.calls()).isEqualTo(8);
        assertThat(shop.status(event)).isEmpty();
    }

    @Test
    void isDiscardedBeforeTheWorkflowCompletes() {
        WorkflowStub event = parkedAndEnding(Unawaited.RETURN);
        event.signal("discard", "a wrong order");
        assertThat(event.getResult(String.class)).isEqualTo("returned");
        assertThat(shop.status(event)).contains(EventStatus.DISCARDED);
    }

    @Test
    void isDecidedOnBeforeANewRunBegins() {
        WorkflowStub event = parkedAndEnding(Unawaited.CONTINUE);
        shop.ledger.failTimes(0);
        event.signal("retry");
        assertThat(event.getResult(String.class)).isEqualTo("in a new run");
        assertThat(shop.ledger.calls()).isEqualTo(4);
        assertThat(shop.status(shop.client().newUntypedWorkflowStub("stripe:evt_1")))
                .isEmpty();
    }

    @Test
    void isDecidedOnBeforeTheWorkflowFailsOnPurpose() {
        WorkflowStub event = parkedAndEnding(Unawaited.FAIL);
        event.signal("discard", "a wrong order");
        assertThatThrownBy(() -> event.getResult(String.class))
                .isInstanceOf(WorkflowFailedException.class)
                .hasRootCauseMessage("message='the order was cancelled', type='EventFailed', nonRetryable=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {Unawaited.RETURN, Unawaited.CONTINUE, Unawaited.FAIL})
    void endsWithACancelledWorkflow(String how) {
        WorkflowStub event = parkedAndEnding(how);
        event.cancel();
        assertThatThrownBy(() -> event.getResult(String.class)).hasCauseInstanceOf(CanceledFailure.class);
        assertThat(event.describe().getStatus()).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
        assertThat(shop.status(event)).isEmpty();
    }
}
