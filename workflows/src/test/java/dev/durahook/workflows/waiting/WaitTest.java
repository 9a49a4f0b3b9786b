package dev.durahook.workflows.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.shop.Shop;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A workflow that waits, as its author expects, is listed and shown as waiting. At the end, the workflow is replayed.
 */
class WaitTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Shop shop = Shop.open(Payment.PaymentWorkflow.class, Shipment.ShipmentWorkflow.class);

    @BeforeEach
    void register() {
        shop.configuration.registerStatus();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void waitingWorkflowIsFoundAndShowsForWhatAndUntilWhen() {
        WorkflowStub workflow = waitForPayment();
        assertThat(shop.status(workflow)).contains("waiting");
        assertThat(shop.details(workflow)).matches("""
                \\*\\*The workflow waits, as its author expects.\\*\\* No action is needed.

                - For `the payment of order 17`, since 2026-11-24T10:15:3\\dZ, until 2026-11-27T10:15:3\\dZ at the latest

                """);
    }

    @Test
    void timelineShowsTheTitle() {
        assertThat(timers(waitForPayment()))
                .singleElement()
                .satisfies(timer -> assertThat(
                                timer.getUserMetadata().getSummary().getData().toStringUtf8())
                        .isEqualTo("\"WAITING: the payment of order 17\""));
    }

    @Test
    void waitEndsWhenTheConditionHolds() {
        WorkflowStub workflow = waitForPayment();
        workflow.signal("paid");
        assertThat(workflow.getResult(String.class)).isEqualTo("booked stripe:evt_1");
        assertThat(shop.status(workflow)).isEmpty();
        assertThat(shop.details(workflow)).startsWith("**Completed.**\n\n- `Book`: done");
    }

    @Test
    void endsWhenTheTimeIsOver() {
        WorkflowStub workflow = waitForPayment();
        shop.letPass(Payment.LONGEST);
        assertThat(workflow.getResult(String.class)).isEqualTo("never paid");
        assertThat(shop.status(workflow)).isEmpty();
        assertThat(shop.details(workflow)).isEmpty();
    }

    @Test
    void thereIsNoWaitIfTheConditionHolds() {
        WorkflowStub workflow = shop.signalWithStart(Payment.TYPE, "paid");
        workflow.getResult(String.class);
        assertThat(statusChanges(workflow)).isEmpty();
        assertThat(timers(workflow)).isEmpty();
    }

    @Test
    void endsWhenTheWorkflowIsCancelled() {
        WorkflowStub workflow = waitForPayment();
        workflow.cancel();
        shop.letPass(A_MINUTE);
        assertThat(workflow.describe().getStatus())
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
        assertThat(shop.status(workflow)).isEmpty();
        assertThat(shop.details(workflow)).isEmpty();
    }

    @Test
    void waitIsShownWithoutTheSearchAttribute() {
        shop.configuration.removeStatus();
        WorkflowStub workflow = waitForPayment();
        assertThat(shop.status(workflow)).isEmpty();
        assertThat(shop.details(workflow)).contains("For `the payment of order 17`");
        workflow.signal("paid");
        assertThat(workflow.getResult(String.class)).isEqualTo("booked stripe:evt_1");
    }

    @Test
    void endsAlthoughTheSearchAttributeHasGone() {
        WorkflowStub workflow = waitForPayment();
        shop.configuration.removeStatus();
        shop.removeStatus();
        workflow.signal("paid");
        assertThat(workflow.getResult(String.class)).isEqualTo("booked stripe:evt_1");
    }

    @Test
    void endsAlthoughItIsUnknownWhetherTheSearchAttributeIsThere() {
        shop.configuration.breakStatus();
        WorkflowStub workflow = waitForPayment();
        workflow.signal("paid");
        assertThat(workflow.getResult(String.class)).isEqualTo("booked stripe:evt_1");
    }

    @Test
    void aStepUnderWayIsShownBesideIt() {
        shop.ledger.fail();
        WorkflowStub workflow = waitForCarrier();
        workflow.signal("next", "book");
        shop.letPass(A_MINUTE.dividedBy(2));
        assertThat(shop.details(workflow))
                .startsWith("**The workflow waits, as its author expects.**")
                .contains("- For `the carrier`, since 2026-11-24T10:15:3")
                .contains("- `Book`: under way")
                .endsWith("See the tab *Pending Activities* for the attempt, the last failure and the next retry.\n");
    }

    @Test
    void aParkedStepIsFoundAsParkedUntilItIsDecided() {
        WorkflowStub workflow = waitForCarrier();
        park(workflow);
        assertThat(shop.details(workflow)).startsWith("**Parked").contains("- For `the carrier`");
        shop.ledger.failTimes(0);
        shop.signal(workflow, "retry");
        assertThat(shop.status(workflow)).contains("waiting");
        assertThat(shop.details(workflow)).startsWith("**The workflow waits");
        end(workflow);
        assertThat(workflow.getResult(String.class)).isEqualTo("booked 1");
        assertThat(statusChanges(workflow)).containsExactly("waiting", "parked", "waiting", "null", "waiting", "null");
    }

    @Test
    void aStepThatIsParkedStaysSoWhenTheWaitEnds() {
        WorkflowStub workflow = waitForCarrier();
        park(workflow);
        end(workflow);
        assertThat(shop.status(workflow)).contains("parked");
        assertThat(shop.details(workflow)).startsWith("**Parked").doesNotContain("the carrier");
        shop.ledger.failTimes(0);
        workflow.signal("retry");
        shop.letPass(A_MINUTE);
        assertThat(shop.details(workflow)).contains("For `the grace period`");
        assertThat(workflow.getResult(String.class)).isEqualTo("booked 1");
        assertThat(shop.status(workflow)).isEmpty();
        assertThat(statusChanges(workflow)).containsExactly("waiting", "parked", "null", "waiting", "null");
    }

    @Test
    void anEventThatIsDiscardedIsFoundAsDiscardedOnceTheWaitHasEnded() {
        WorkflowStub workflow = waitForCarrier();
        park(workflow);
        shop.signal(workflow, "discard", "a test");
        assertThat(shop.status(workflow)).contains("waiting");
        end(workflow);
        workflow.getResult(Object.class);
        assertThat(shop.status(workflow)).contains("discarded");
    }

    @Test
    void workflowThatFailsMeanwhileIsParkedAndWaitsAgainAfterwards() {
        WorkflowStub workflow = waitForCarrier();
        workflow.signal("next", "fail");
        shop.letPass(A_MINUTE);
        WorkflowStub latest = shop.client().newUntypedWorkflowStub("stripe:evt_1");
        assertThat(shop.status(latest)).contains("parked");
        latest.signal("retry");
        shop.letPass(A_MINUTE);
        assertThat(shop.status(latest)).contains("waiting");
        end(latest);
        assertThat(latest.getResult(String.class)).isEqualTo("booked 0");
        assertThat(shop.status(latest)).isEmpty();
    }

    @Test
    void aNewRunDoesNotBeginAsWaiting() {
        WorkflowStub workflow = waitForCarrier();
        workflow.signal("next", "continue");
        shop.letPass(A_MINUTE);
        assertThat(statusChanges(workflow)).containsExactly("waiting", "null");
        WorkflowStub latest = shop.client().newUntypedWorkflowStub("stripe:evt_1");
        assertThat(statusChanges(latest)).containsExactly("waiting");
        assertThat(shop.details(latest)).startsWith("**The workflow waits");
    }

    @Test
    void newRunBeginsAlthoughTheSearchAttributeWasRemoved() {
        WorkflowStub workflow = waitForCarrier();
        shop.configuration.removeStatus();
        shop.removeStatus();
        workflow.signal("next", "continue");
        shop.letPass(A_MINUTE);
        WorkflowStub latest = shop.client().newUntypedWorkflowStub("stripe:evt_1");
        assertThat(latest.describe().getTypedSearchAttributes().size()).isZero();
        assertThat(shop.details(latest)).contains("For `the carrier`");
    }

    @Test
    void aWorkflowThatEndsBeforeItsWaitIsNotFoundAsWaiting() {
        WorkflowStub workflow = waitForCarrier();
        workflow.signal("next", "return");
        end(workflow);
        assertThat(workflow.getResult(String.class)).isEqualTo("booked 0");
        assertThat(shop.status(workflow)).isEmpty();
        assertThat(shop.details(workflow)).isEmpty();
    }

    @Test
    void intendedFailureEndsTheWait() {
        WorkflowStub workflow = waitForCarrier();
        workflow.signal("next", "give up");
        assertThatThrownBy(() -> workflow.getResult(String.class)).isInstanceOf(WorkflowFailedException.class);
        assertThat(shop.status(workflow)).isEmpty();
    }

    private WorkflowStub waitForPayment() {
        WorkflowStub workflow = shop.deliver(Payment.TYPE);
        shop.letPass(A_MINUTE);
        return workflow;
    }

    private WorkflowStub waitForCarrier() {
        WorkflowStub workflow = shop.deliver(Shipment.TYPE);
        shop.letPass(A_MINUTE);
        return workflow;
    }

    private void park(WorkflowStub workflow) {
        shop.ledger.fail();
        shop.signal(workflow, "next", "book");
        assertThat(shop.status(workflow)).contains("parked");
    }

    private void end(WorkflowStub workflow) {
        workflow.signal("next", "end");
        shop.letPass(A_MINUTE);
    }

    private List<String> statusChanges(WorkflowStub workflow) {
        return events(workflow, EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES).stream()
                .map(event -> event.getUpsertWorkflowSearchAttributesEventAttributes()
                        .getSearchAttributes()
                        .getIndexedFieldsMap()
                        .values()
                        .iterator()
                        .next()
                        .getData()
                        .toStringUtf8()
                        .replaceAll("[^a-z]", ""))
                .toList();
    }

    private List<HistoryEvent> timers(WorkflowStub workflow) {
        return events(workflow, EventType.EVENT_TYPE_TIMER_STARTED);
    }

    private List<HistoryEvent> events(WorkflowStub workflow, EventType type) {
        return shop
                .client()
                .fetchHistory(
                        workflow.getExecution().getWorkflowId(),
                        workflow.getExecution().getRunId())
                .getEvents()
                .stream()
                .filter(event -> event.getEventType() == type)
                .toList();
    }
}
