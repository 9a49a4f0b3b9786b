package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.durahook.testsupport.Await;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.FirstAttempt;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.PlannedStep.Kind;
import dev.durahook.workflows.routing.WorkWithPlan;
import dev.durahook.workflows.shop.ScriptedHandler;
import dev.durahook.workflows.shop.Shop;
import io.temporal.activity.Activity;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import io.temporal.common.Priority;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events whose type has no workflow of its own. At the end, their workflows are replayed. */
class PlannedStepsTest {

    private static final String TYPE = "stripe.customer_created";
    private static final PlannedStep MAIL = new PlannedStep(Kind.HANDLER, "mail", Shop.POLICY);
    private static final String UNMET = "Route a does not apply: /action has another value.";
    private static final PlannedStep CRM = new PlannedStep(Kind.DELIVERY, Shop.CRM, Shop.POLICY);

    private final ScriptedHandler mail = new ScriptedHandler("mail");
    private final Shop shop = Shop.open(List.of(mail));

    @BeforeEach
    void plan() {
        shop.configuration.plan(new Plan(List.of(CRM, MAIL), false));
        shop.configuration.registerStatus();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private WorkflowStub parkedAtCrm() {
        shop.crm.down(true);
        WorkflowStub workflow = shop.deliver(TYPE);
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.details(workflow)).startsWith("**Parked");
        return workflow;
    }

    @Test
    void cancelledEventIsNotShownAsParked() {
        WorkflowStub workflow = parkedAtCrm();
        assertThat(shop.status(workflow)).contains("parked");
        cancel(workflow);
        assertThat(shop.details(workflow))
                .startsWith("**No step is under way.**")
                .contains("- `Deliver to crm`: cancelled\n", "- `Handle: mail`: done at ");
        assertThat(shop.status(workflow)).isEmpty();
    }

    @Test
    void cancelledEventIsNotShownAsUnderWay() {
        shop.crm.down(true);
        WorkflowStub workflow = shop.deliver(TYPE);
        shop.letPass(Duration.ofSeconds(10));
        cancel(workflow);
        assertThat(shop.details(workflow))
                .startsWith("**No step is under way.**")
                .contains("- `Deliver to crm`: cancelled\n", "- `Handle: mail`: done at ");
        assertThat(shop.crm.calls()).isEqualTo(1);
    }

    @Test
    void cancelledEventOfWhichOneStepIsParkedIsNotShownAsParked() {
        shop.configuration.declare("endless", Shop.policy(0, Duration.ofDays(2), Duration.ofDays(2), List.of()));
        shop.configuration.plan(new Plan(List.of(CRM, new PlannedStep(Kind.HANDLER, "mail", "endless")), false));
        mail.does(attempt -> {
            throw new IOException("busy");
        });
        WorkflowStub workflow = parkedAtCrm();
        cancel(workflow);
        assertThat(shop.details(workflow))
                .startsWith("**No step is under way.**")
                .contains("- `Deliver to crm`: cancelled\n", "- `Handle: mail`: cancelled\n");
        assertThat(shop.status(workflow)).isEmpty();
    }

    @Test
    void cancelledEventWithoutARouteIsNotShownAsParked() {
        shop.configuration.plan(new Plan(List.of(), true));
        WorkflowStub workflow = shop.deliver(TYPE);
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.details(workflow)).startsWith("**Parked");
        cancel(workflow);
        assertThat(shop.details(workflow)).isEmpty();
        assertThat(shop.status(workflow)).isEmpty();
    }

    @Test
    void cancelledEventEndsAlthoughAStepWaitsForAnAnswerOfTemporal() {
        shop.configuration.silenceStatus();
        shop.crm.down(true);
        WorkflowStub workflow = shop.deliverWithShortTasks(TYPE);
        shop.letPass(Duration.ofMinutes(4));
        assertThat(shop.status(workflow)).isEmpty();
        workflow.cancel();
        shop.letPass(Duration.ofMinutes(20));
        assertThat(workflow.describe().getStatus())
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    }

    // Temporal reports a cancellation only when the first attempt of a plan has ended.
    @Test
    void attemptThatSucceededBeforeTheCancellationWasKnownIsShown() {
        shop.configuration.plan(
                new Plan(List.of(CRM), false).with(WorkWithPlan.NONE.with(FirstAttempt.done(CRM, "crm answered 200"))));
        shop.configuration.whilePlanning(() -> {
            WorkflowStub workflow = shop.client().newUntypedWorkflowStub("stripe:evt_1");
            workflow.cancel();
            // Temporal hands out the cancellation with the task that follows, in which the attempt goes on.
            Await.until("the workflow task is prolonged", () -> isProlonged(workflow));
        });
        WorkflowStub workflow = shop.deliver(TYPE);
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.details(workflow)).contains("- `Deliver to crm`: done at ", "crm answered 200");
    }

    private boolean isProlonged(WorkflowStub workflow) {
        return shop.client().fetchHistory(workflow.getExecution().getWorkflowId()).getEvents().stream()
                        .filter(HistoryEvent::hasWorkflowTaskStartedEventAttributes)
                        .count()
                > 1;
    }

    private void cancel(WorkflowStub workflow) {
        workflow.cancel();
        shop.letPass(Duration.ofDays(1));
        assertThat(workflow.describe().getStatus())
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    }

    @Test
    void everyStepRunsAndReports() {
        assertThat(shop.deliver(TYPE).getResult(Outcome.class))
                .isEqualTo(new Outcome(
                        "processed",
                        null,
                        List.of(
                                new StepOutcome("deliver:crm", "Deliver to crm", "done", "crm answered 200"),
                                new StepOutcome("handle:mail", "Handle: mail", "done", "done"))));
    }

    @Test
    void parkedStepNeitherHoldsBackNorRepeatsTheOthers() {
        WorkflowStub workflow = parkedAtCrm();
        assertThat(mail.attempts()).hasSize(1);
        assertThat(shop.crm.calls()).isEqualTo(3);
        assertThat(shop.details(workflow))
                .contains("- Step: `Deliver to crm`\n")
                .contains("- `Deliver to crm`: parked, waits for a decision\n")
                .containsPattern("- `Handle: mail`: done at \\S+Z: `done`\n");

        shop.crm.down(false);
        workflow.signal("retry");
        assertThat(workflow.getResult(Outcome.class).outcome()).isEqualTo("processed");
        assertThat(mail.attempts()).hasSize(1);
        assertThat(shop.crm.calls()).isEqualTo(4);
    }

    // A request to a destination sends no heartbeats.
    @Test
    void heartbeatTimeoutIsForHandlers() {
        shop.configuration.declare(
                Shop.POLICY,
                new RetryPolicy(
                        Duration.ofMinutes(1),
                        2,
                        Duration.ofMinutes(30),
                        3,
                        Duration.ofMinutes(10),
                        null,
                        List.of(),
                        Duration.ofSeconds(10),
                        0,
                        List.of(),
                        null));
        WorkflowStub workflow = shop.deliver(TYPE);
        workflow.getResult(Outcome.class);
        assertThat(shop.client()
                        .fetchHistory(workflow.getExecution().getWorkflowId())
                        .getEvents())
                .filteredOn(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .extracting(HistoryEvent::getActivityTaskScheduledEventAttributes)
                .extracting(
                        activity -> activity.getActivityType().getName(),
                        activity -> activity.getHeartbeatTimeout().getSeconds())
                .containsExactlyInAnyOrder(tuple("deliver", 0L), tuple("mail", 10L));
    }

    @Test
    void discardedStepDoesNotEndTheOthers() {
        mail.does(attempt -> {
            throw new IOException("no route to the mail server");
        });
        WorkflowStub workflow = parkedAtCrm();
        assertThat(shop.details(workflow))
                .startsWith("**Parked: 2 steps of this event wait for your decision.**")
                .contains("- Step: `Deliver to crm`\n", "- Step: `Handle: mail`\n");

        shop.signal(workflow, "discard", Map.of("reason", "the crm is gone", "step", "Deliver to crm"));
        assertThat(shop.details(workflow)).startsWith("**Parked: this event").contains("- Step: `Handle: mail`\n");
        assertThat(shop.status(workflow)).contains("parked");

        mail.does(attempt -> "sent");
        workflow.signal("retry");
        assertThat(workflow.getResult(Outcome.class))
                .isEqualTo(new Outcome(
                        "partly-discarded",
                        null,
                        List.of(
                                new StepOutcome("deliver:crm", "Deliver to crm", "discarded", "the crm is gone"),
                                new StepOutcome("handle:mail", "Handle: mail", "done", "sent"))));
        assertThat(shop.status(workflow)).contains("discarded");
    }

    @Test
    void discardWithoutAStepAppliesToEveryParkedStep() {
        WorkflowStub workflow = parkedAtCrm();
        workflow.signal("discard", "a test");
        assertThat(workflow.getResult(Outcome.class).outcome()).isEqualTo("partly-discarded");
    }

    @Test
    void retryMayNameAStepAndAPolicy() {
        shop.configuration.declare("once", Shop.policy(1, Duration.ofHours(1), Duration.ofHours(1), List.of()));
        WorkflowStub workflow = parkedAtCrm();
        shop.signal(workflow, "retry", "once");
        assertThat(shop.crm.calls()).isEqualTo(3 + 1);
        shop.signal(workflow, "retry", Map.of("step", "Deliver to crm", "policy", "once"));
        assertThat(shop.crm.calls()).isEqualTo(3 + 1 + 1);
        shop.signal(workflow, "retry", Map.of("step", "handle:mail"));
        shop.signal(workflow, "retry", Map.of("step", "Handle: mail"));
        assertThat(shop.crm.calls()).isEqualTo(3 + 1 + 1);
        shop.signal(workflow, "retry", Map.of("step", "deliver:crm", "policy", "once"));
        assertThat(shop.crm.calls()).isEqualTo(3 + 1 + 1 + 1);
        shop.signal(workflow, "retry");
        assertThat(shop.crm.calls()).isEqualTo(3 + 1 + 1 + 1 + 3);
    }

    @Test
    void runningEventKeepsItsPlan() {
        WorkflowStub workflow = parkedAtCrm();
        shop.configuration.plan(new Plan(List.of(new PlannedStep(Kind.HANDLER, "another", "gone"), MAIL), true));
        shop.crm.down(false);
        workflow.signal("retry");
        assertThat(workflow.getResult(Outcome.class).outcome()).isEqualTo("processed");
        assertThat(shop.crm.calls()).isEqualTo(4);
    }

    @Test
    void unhandledEventCanBeFoundByItsStatus() {
        shop.configuration.plan(new Plan(List.of(), false));
        WorkflowStub workflow = shop.deliver(TYPE);
        assertThat(workflow.getResult(Outcome.class).outcome()).isEqualTo("unhandled");
        assertThat(shop.status(workflow)).contains("unhandled");
    }

    @Test
    void parkedUnhandledEventIsPlannedAgainOnRetry() {
        shop.configuration.plan(new Plan(List.of(), true));
        WorkflowStub workflow = shop.deliver(TYPE);
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.details(workflow)).contains("- Step: `Find a route or a handler`\n", TYPE);

        shop.configuration.plan(new Plan(List.of(MAIL), true));
        workflow.signal("retry");
        assertThat(workflow.getResult(Outcome.class).outcome()).isEqualTo("processed");
        assertThat(shop.status(workflow)).isEmpty();
    }

    @Test
    void unhandledEventSaysWhichConditionDidNotHold() {
        shop.configuration.plan(new Plan(List.of(), false, null, List.of(UNMET)));
        WorkflowStub workflow = shop.deliver(TYPE);
        assertThat(workflow.getResult(Outcome.class).reason())
                .startsWith(
                        "No route takes this " + TYPE + ", and no handler and no workflow takes its type. " + UNMET);
        assertThat(shop.details(workflow)).contains("**Unhandled.** No route takes this `" + TYPE + "`, and", UNMET);
    }

    @Test
    void parkedUnhandledEventSaysWhichConditionDidNotHoldAndIsAskedAboutWithItsBody() {
        shop.configuration.plan(new Plan(List.of(), true, null, List.of(UNMET)));
        WorkflowStub workflow = shop.deliver(TYPE);
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.details(workflow)).contains("- Step: `Find a route or a handler`\n", UNMET);

        shop.configuration.plan(new Plan(List.of(MAIL), true));
        workflow.signal("retry");
        assertThat(workflow.getResult(Outcome.class).outcome()).isEqualTo("processed");
        assertThat(shop.configuration.bodies())
                .hasSize(2)
                .allSatisfy(body -> assertThat(EventBody.bytes(body)).asString().isEqualTo("{}"));
    }

    @Test
    void stepHasThePriorityOfItsRouteAndOtherwiseThatOfTheWorkflow() {
        TaskPriority vip = new TaskPriority(1, "vip", null);
        List<Priority> seen = new CopyOnWriteArrayList<>();
        mail.does(attempt -> {
            seen.add(Activity.getExecutionContext().getInfo().getPriority());
            return "sent";
        });
        shop.configuration.plan(
                new Plan(List.of(new PlannedStep(Kind.DELIVERY, Shop.CRM, Shop.POLICY, vip, null), MAIL), false));
        WorkflowStub workflow = shop.deliver(TYPE, new TaskPriority(4, "acme", null));
        workflow.getResult(Outcome.class);

        assertThat(seen).containsExactly(priority(4, "acme"));
        assertThat(shop.crm.priorities()).containsExactly(priority(1, "vip"));
    }

    private static Priority priority(int key, String fairnessKey) {
        return Priority.newBuilder()
                .setPriorityKey(key)
                .setFairnessKey(fairnessKey)
                .build();
    }

    @Test
    void bodyOfAnySizeReachesTheHandlerUnchanged() {
        byte[] body = new byte[1_500_000];
        body[0] = 1;
        body[body.length - 1] = -1;
        shop.deliver(TYPE, body).getResult(Outcome.class);
        assertThat(mail.attempts())
                .singleElement()
                .extracting(EventAttempt::bytes)
                .isEqualTo(body);
    }

    @Test
    void handlerThatIsNotDeployedYetIsTriedAgain() {
        shop.configuration.plan(new Plan(List.of(new PlannedStep(Kind.HANDLER, "newer", Shop.POLICY)), false));
        WorkflowStub workflow = shop.deliver(TYPE);
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.details(workflow))
                .contains("'newer': deploy a worker that has it.", "(`UnknownHandler`)", "- Attempts: 3");
    }
}
