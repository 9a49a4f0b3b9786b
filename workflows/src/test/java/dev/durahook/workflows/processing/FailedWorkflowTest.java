package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.Await;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.shop.Deploys;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.common.v1.Memo;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events whose workflow, written by an author, fails. */
public class FailedWorkflowTest {

    private static final String TYPE = "shop.order";
    private static final String BODY = "{\"id\": 7,\n \"more\": 1}";

    private final Deploys shop = new Deploys();

    @AfterEach
    void close() {
        shop.close();
    }

    private WorkflowStub parked(Class<?>... workflows) {
        shop.configuration.registerStatus();
        shop.deploy(workflows);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        assertThat(shop.parked(event)).startsWith("**Parked");
        return event;
    }

    private static void retryInANewRun(WorkflowStub event) {
        String before = event.describe().getExecution().getRunId();
        event.signal("retry");
        Await.until(
                "a new run", () -> !event.describe().getExecution().getRunId().equals(before));
    }

    @Test
    void isParkedInANewRunWithTheFailure() {
        WorkflowStub event = parked(Refusing.class);
        assertThat(shop.details(event))
                .contains("- Step: `Run the workflow`\n- Key: `run-workflow`\n")
                .contains("- Failure: `no such customer` (`Refused`)\n")
                .contains("This run continues an earlier run.");
        assertThat(event.describe().getTypedSearchAttributes().get(EventStatus.KEY))
                .isEqualTo("parked");
        assertThat(shop.events("shop:1", EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED)
                        .get(0)
                        .getWorkflowExecutionStartedEventAttributes()
                        .getInput()
                        .getPayloads(1)
                        .getData()
                        .toString(StandardCharsets.UTF_8))
                .isEqualTo(BODY);
    }

    // A calendar's workflow may call its own failure like Durahook's refusal of a start by hand.
    @Test
    void isParkedAlsoIfItsFailureIsCalledLikeOneOfDurahook() {
        shop.deploy(Calendar.class);
        assertThat(shop.parked(shop.deliver(TYPE, BODY))).contains("`no appointment` (`NoEvent`)");
    }

    @Test
    void retryRunsTheWorkflowFromItsBeginningAndParksItAgain() {
        WorkflowStub event = parked(Refusing.class);
        retryInANewRun(event);
        assertThat(shop.parked(event)).contains("- Failure: `no such customer` (`Refused`)\n");
    }

    @Test
    void retryAfterADeployRunsTheCorrectedWorkflow() {
        WorkflowStub event = parked(Refusing.class);
        shop.deploy(Corrected.class);
        event.signal("retry");
        assertThat(event.getResult(String.class)).isEqualTo(BODY);
        assertThat(shop.events("shop:1", EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED))
                .isEmpty();
    }

    @Test
    void discardCompletesTheWorkflow() {
        WorkflowStub event = parked(Refusing.class);
        event.signal("discard", "a customer of a test");
        assertThat(event.getResult(Outcome.class)).isEqualTo(Outcome.discarded("a customer of a test"));
        assertThat(event.describe().getTypedSearchAttributes().get(EventStatus.KEY))
                .isEqualTo("discarded");
    }

    @Test
    void failureOfAnActivityIsShownByItsCause() {
        assertThat(shop.details(parked(Calling.class)))
                .contains("- Failure: `No policy 'nowhere'` (`UnknownPolicy`)\n");
    }

    @Test
    void failureOfAChildParksTheParentUnlessTheParentHandlesIt() {
        assertThat(shop.details(parked(Parent.class, FailingChild.class)))
                .contains("- Failure: `the child has failed` (`Childish`)\n");
    }

    @Test
    void handledFailureOfAChildParksNothing() {
        shop.deploy(ForgivingParent.class, FailingChild.class);
        assertThat(shop.deliver(TYPE, BODY).getResult(String.class)).isEqualTo("forgiven");
    }

    @Test
    void failureOfASignalsHandlerIsParkedAsWell() {
        shop.configuration.registerStatus();
        shop.deploy(Signalled.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        event.signal("approve");
        assertThat(shop.parked(event)).contains("- Failure: `not yours to approve` (`Refused`)\n");
    }

    @Test
    void failureOfASignalThatCameBeforeTheWorkflowBeganIsParkedAsWell() {
        shop.configuration.registerStatus();
        WorkflowStub event = shop.deliver(TYPE, BODY);
        event.signal("approve");
        shop.deploy(Signalled.class);
        assertThat(shop.parked(event)).contains("- Failure: `not yours to approve` (`Refused`)\n");
    }

    @Test
    void finalFailureEndsTheWorkflow() {
        shop.deploy(Final.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        assertThatThrownBy(() -> event.getResult(String.class))
                .isInstanceOf(WorkflowFailedException.class)
                .hasRootCauseMessage("message='the order was cancelled', type='EventFailed', nonRetryable=true");
    }

    @Test
    void unexpectedExceptionFailsTheTaskUntilTheNextDeploy() {
        shop.deploy(Buggy.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        shop.awaitFailedTask("shop:1");
        shop.deploy(Corrected.class);
        assertThat(event.getResult(String.class)).isEqualTo(BODY);
    }

    // Another worker of Durahook may poll the task queue by mistake, and asks for the mark before it takes the event.
    @Test
    void newRunKeepsTheMarkOfWorkflowsOfOtherWorkers() {
        shop.deploy(Refusing.class);
        shop.deliverMarked(TYPE, BODY, "orders");
        assertThat(text(memoOfANewRun(), "durahook.workflows")).isEqualTo("\"orders\"");
    }

    @Test
    void newRunOfAnAuthorKeepsTheMarkBesideAMemoOfItsOwn() {
        shop.deploy(Renewed.class);
        shop.deliverMarked(TYPE, BODY, "orders");
        Memo memo = memoOfANewRun();
        assertThat(text(memo, "durahook.workflows")).isEqualTo("\"orders\"");
        assertThat(text(memo, "page")).isEqualTo("2");
    }

    @Test
    void newRunOnAnotherTaskQueueHasNoMark() {
        shop.deploy(HandedBack.class);
        shop.deliverMarked(TYPE, BODY, "orders");
        assertThat(memoOfANewRun().getFieldsMap()).doesNotContainKey("durahook.workflows");
    }

    private Memo memoOfANewRun() {
        return Await.value(
                "a new run has begun",
                () -> shop.everyRun("shop:1").stream()
                        .filter(HistoryEvent::hasWorkflowExecutionContinuedAsNewEventAttributes)
                        .map(next -> next.getWorkflowExecutionContinuedAsNewEventAttributes()
                                .getMemo())
                        .findFirst());
    }

    private static String text(Memo memo, String name) {
        return memo.getFieldsOrThrow(name).getData().toStringUtf8();
    }

    @Test
    void signalWithTheNameOfAnOperatorsSignalMustBeRenamed() {
        shop.deploy(RetryingByItself.class);
        shop.deliver(TYPE, BODY);
        assertThat(shop.failedTask("shop:1", () -> shop.deliver(TYPE, BODY)))
                .contains("The workflow " + TYPE + " has a signal retry or discard of its own, which operators send to"
                        + " parked events: rename it");
    }

    @Test
    void cancellationPassesThrough() {
        shop.deploy(Sleeping.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        Await.until(
                "the workflow sleeps",
                () -> !shop.events("shop:1", EventType.EVENT_TYPE_TIMER_STARTED).isEmpty());
        event.cancel();
        assertThat(shop.ended(event)).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    }

    @Test
    void cancellationEndsAParkedWorkflow() {
        WorkflowStub event = parked(Refusing.class);
        event.cancel();
        assertThat(shop.ended(event)).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
        assertThat(shop.details(event)).isEmpty();
    }

    @Test
    void runThatWasContinuedByItsAuthorIsParkedWithItsOwnArguments() {
        WorkflowStub event = parked(Continued.class);
        assertThat(shop.details(event)).contains("- Failure: `failed at page 3` (`Refused`)\n");
        retryInANewRun(event);
        assertThat(shop.parked(event)).contains("- Failure: `failed at page 3` (`Refused`)\n");
    }

    @Test
    void workflowWithoutAnEventFailsAsUsual() {
        shop.deploy(Refusing.class);
        WorkflowStub another = shop.startAnother(TYPE, BODY);
        assertThatThrownBy(() -> another.getResult(String.class)).isInstanceOf(WorkflowFailedException.class);
    }

    @Test
    void defaultWorkflowIsParkedAsWell() {
        shop.configuration.breakPlans();
        assertThat(shop.details(parked(DefaultWorkflow.class)))
                .contains("- Step: `Run the workflow`\n", "- Failure: `The routes are broken` (`Broken`)\n");
    }

    @WorkflowInterface
    public interface Order {
        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, RawValue body);
    }

    public static final class Refusing implements Order {
        @Override
        public String process(WebhookEvent event, RawValue body) {
            Workflow.sleep(Duration.ofMillis(1));
            throw ApplicationFailure.newFailure("no such customer", "Refused");
        }
    }

    public static final class Calendar implements Order {
        @Override
        public String process(WebhookEvent event, RawValue body) {
            throw ApplicationFailure.newNonRetryableFailure("no appointment", "NoEvent");
        }
    }

    public static final class Renewed implements Order {
        @Override
        public String process(WebhookEvent event, RawValue body) {
            Workflow.continueAsNew(
                    ContinueAsNewOptions.newBuilder().setMemo(Map.of("page", 2)).build(), event, body);
            return "";
        }
    }

    public static final class HandedBack implements Order {
        @Override
        public String process(WebhookEvent event, RawValue body) {
            Workflow.continueAsNew(
                    ContinueAsNewOptions.newBuilder().setTaskQueue("elsewhere").build(), event, body);
            return "";
        }
    }

    /** A corrected version whose first command differs. */
    public static final class Corrected implements Order {
        @Override
        public String process(WebhookEvent event, RawValue body) {
            Workflow.sideEffect(String.class, () -> "mended");
            return new String(EventBody.bytes(body), StandardCharsets.UTF_8);
        }
    }

    public static final class Final implements Order {
        @Override
        public String process(WebhookEvent event, RawValue body) {
            throw FinalFailure.of("the order was cancelled");
        }
    }

    @WorkflowInterface
    public interface RetriedOrder {
        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, RawValue body);

        @SignalMethod(name = "retry")
        void retry(String card);
    }

    public static final class RetryingByItself implements RetriedOrder {
        @Override
        public String process(WebhookEvent event, RawValue body) {
            return DestinationStep.to("crm").send(event).orElse("");
        }

        @Override
        public void retry(String card) {}
    }

    public static final class Buggy implements Order {
        @Override
        public String process(WebhookEvent event, RawValue body) {
            throw new NullPointerException("customer");
        }
    }

    public static final class Sleeping implements Order {
        @Override
        public String process(WebhookEvent event, RawValue body) {
            Workflow.sleep(Duration.ofDays(1));
            return "slept";
        }
    }

    public static final class Calling implements Order {
        @Override
        public String process(WebhookEvent event, RawValue body) {
            ActivityOptions once = ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(10))
                    .setRetryOptions(
                            RetryOptions.newBuilder().setMaximumAttempts(1).build())
                    .build();
            return Workflow.newUntypedActivityStub(once).execute("durahook.policy", String.class, "nowhere");
        }
    }

    @WorkflowInterface
    public interface Child {
        @WorkflowMethod(name = "shop.child")
        String process(WebhookEvent event);
    }

    public static final class FailingChild implements Child {
        @Override
        public String process(WebhookEvent event) {
            throw ApplicationFailure.newFailure("the child has failed", "Childish");
        }
    }

    public static final class Parent implements Order {
        @Override
        public String process(WebhookEvent event, RawValue body) {
            return child().process(event);
        }
    }

    public static final class ForgivingParent implements Order {
        @Override
        public String process(WebhookEvent event, RawValue body) {
            try {
                return child().process(event);
            } catch (ChildWorkflowFailure forgiven) {
                return "forgiven";
            }
        }
    }

    private static Child child() {
        return Workflow.newChildWorkflowStub(
                Child.class,
                ChildWorkflowOptions.newBuilder().setWorkflowId("shop:1/child").build());
    }

    @WorkflowInterface
    public interface Approved {
        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, RawValue body);

        @SignalMethod(name = "approve")
        void approve();
    }

    public static final class Signalled implements Approved {
        @Override
        public String process(WebhookEvent event, RawValue body) {
            Workflow.sleep(Duration.ofDays(1));
            return "slept";
        }

        @Override
        public void approve() {
            throw ApplicationFailure.newFailure("not yours to approve", "Refused");
        }
    }

    @WorkflowInterface
    public interface Paged {
        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, RawValue body, int page);
    }

    public static final class Continued implements Paged {
        @Override
        public String process(WebhookEvent event, RawValue body, int page) {
            if (page < 3) {
                Workflow.continueAsNew(event, body, page + 1);
            }
            throw ApplicationFailure.newFailure("failed at page " + page, "Refused");
        }
    }
}
