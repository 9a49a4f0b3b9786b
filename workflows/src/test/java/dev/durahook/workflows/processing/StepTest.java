package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.handling.Failures;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.shop.LedgerActivities;
import dev.durahook.workflows.shop.ScriptedLedger;
import dev.durahook.workflows.shop.Shop;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

public class StepTest {

    private final Shop shop = Shop.open(KeyedWorkflow.class, ThenPlainWorkflow.class);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void stepReturnsTheResultOfItsActivity() {
        assertThat(shop.deliver().getResult(String.class)).isEqualTo("booked stripe:evt_1");
        assertThat(shop.ledger.calls()).isEqualTo(1);
    }

    @Test
    void stepSucceedsAtTheThirdAttemptAfterTheDeclaredIntervals() {
        shop.ledger.failTimes(2);
        assertThat(shop.deliver().getResult(String.class)).isEqualTo("booked stripe:evt_1");
        assertThat(shop.ledger.pauses()).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    @Test
    void intervalsGrowUpToTheMaximum() {
        shop.configuration.declare(
                Shop.POLICY, Shop.policy(6, Duration.ofMinutes(1), Duration.ofMinutes(5), List.of()));
        shop.ledger.failTimes(5);
        shop.deliver().getResult(String.class);
        assertThat(shop.ledger.pauses()).containsExactly(minutes(1), minutes(2), minutes(4), minutes(5), minutes(5));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    @Test
    void stepIsTriedAsOftenAsThePolicySays() {
        shop.ledger.fail();
        WorkflowStub workflow = shop.deliverAndLetADayPass();
        assertThat(shop.ledger.calls()).isEqualTo(3);
        assertThat(status(workflow)).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
        assertThat(shop.details(workflow)).startsWith("**Parked");
    }

    @Test
    void policyWithOneAttemptDoesNotRetry() {
        shop.configuration.declare(
                Shop.POLICY, Shop.policy(1, Duration.ofMinutes(1), Duration.ofMinutes(1), List.of()));
        shop.ledger.fail();
        shop.deliverAndLetADayPass();
        assertThat(shop.ledger.calls()).isEqualTo(1);
    }

    @Test
    void policyWithoutALimitGoesOn() {
        shop.configuration.declare(
                Shop.POLICY, Shop.policy(0, Duration.ofMinutes(30), Duration.ofMinutes(30), List.of()));
        shop.ledger.failTimes(40);
        assertThat(shop.deliver().getResult(String.class)).isEqualTo("booked stripe:evt_1");
        assertThat(shop.ledger.calls()).isEqualTo(41);
    }

    @Test
    void declaredNonRetryableFailureParksAtOnce() {
        shop.ledger.failWith(() -> ApplicationFailure.newFailure("The card is closed", "CardClosed"));
        WorkflowStub workflow = shop.deliverAndLetADayPass();
        assertThat(shop.ledger.calls()).isEqualTo(1);
        assertThat(shop.details(workflow))
                .contains("`The card is closed` (`CardClosed`)")
                .doesNotContain("Attempts: 3");
    }

    @Test
    void activitysOwnNonRetryableFailureParksAtOnce() {
        shop.ledger.failWith(() -> ApplicationFailure.newNonRetryableFailure("No such account", "AccountUnknown"));
        WorkflowStub workflow = shop.deliverAndLetADayPass();
        assertThat(shop.ledger.calls()).isEqualTo(1);
        assertThat(shop.details(workflow)).contains("`No such account` (`AccountUnknown`)");
    }

    @Test
    void unknownPolicyParksUntilItIsDeclared() {
        shop.configuration.remove(Shop.POLICY);
        WorkflowStub workflow = shop.deliverAndLetADayPass();
        assertThat(shop.ledger.calls()).isZero();
        assertThat(shop.details(workflow)).contains("`No policy 'payments'` (`UnknownPolicy`)");

        shop.configuration.declare(Shop.POLICY, Shop.THREE_ATTEMPTS);
        workflow.signal("retry");
        assertThat(workflow.getResult(String.class)).isEqualTo("booked stripe:evt_1");
    }

    @Test
    void unansweredAttemptIsTriedAgainAndThenParked() {
        // No time is skipped while an activity runs, so this test really takes a second for each attempt.
        shop.configuration.declare(
                Shop.POLICY, new RetryPolicy(minutes(1), 2, minutes(1), 2, Duration.ofSeconds(1), null, List.of()));
        shop.ledger.fallSilent();
        WorkflowStub workflow = shop.deliverAndLetADayPass();
        assertThat(shop.ledger.calls()).isEqualTo(2);
        assertThat(shop.details(workflow)).contains("- Failure: timed out (`start-to-close-timeout`)\n");
    }

    @Test
    void attemptsEndWhenTheyTookTooLongTogether() {
        RetryPolicy anHour =
                new RetryPolicy(minutes(10), 1, minutes(10), 0, minutes(1), Duration.ofHours(1), List.of());
        shop.configuration.declare(Shop.POLICY, anHour);
        shop.ledger.failWith(() -> ScriptedLedger.unavailable("The ledger answered 503"));
        WorkflowStub workflow = shop.deliverAndLetADayPass();
        assertThat(shop.ledger.calls()).isBetween(5, 6);
        assertThat(shop.details(workflow)).contains("The ledger answered 503");
    }

    @Test
    void attemptsFollowTheDelaysThatAreDeclared() {
        List<Duration> delays = List.of(minutes(5), minutes(30), minutes(120));
        shop.configuration.declare(Shop.POLICY, paced(5, 0, delays));
        shop.ledger.fail();
        shop.deliverAndLetADayPass();
        assertThat(shop.ledger.pauses()).containsExactly(minutes(5), minutes(30), minutes(120), minutes(120));
    }

    @Test
    void jitterPullsTheAttemptsApart() {
        shop.configuration.declare(Shop.POLICY, paced(12, 0.5, List.of(minutes(60))));
        shop.ledger.fail();
        shop.deliverAndLetADayPass();
        assertThat(shop.ledger.pauses())
                .hasSize(11)
                .allSatisfy(pause -> assertThat(pause).isBetween(minutes(30), minutes(90)))
                .anySatisfy(pause -> assertThat(pause).isNotEqualTo(minutes(60)));
    }

    @Test
    void delayThatTheActivityAsksForComesFirst() {
        shop.configuration.declare(Shop.POLICY, paced(2, 0, List.of(minutes(5))));
        shop.ledger.failWith(() -> Failures.retryIn(minutes(50), "come back after the maintenance"));
        shop.deliverAndLetADayPass();
        assertThat(shop.ledger.pauses()).containsExactly(minutes(50));
    }

    private static RetryPolicy paced(int attempts, double jitter, List<Duration> delays) {
        return new RetryPolicy(
                minutes(1), 2, minutes(1), attempts, minutes(10), null, List.of(), null, jitter, delays, null);
    }

    @Test
    void cancellationEndsTheRetries() {
        shop.ledger.fail();
        WorkflowStub workflow = shop.deliver();
        shop.letPass(Duration.ofSeconds(30));
        workflow.cancel();
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.ledger.calls()).isEqualTo(1);
        assertThat(status(workflow)).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
        assertThat(shop.details(workflow)).contains("- `Book the failure`: cancelled\n");
    }

    // The SDK schedules the activity in a callback, which has a cancellation scope of its own.
    @Test
    void cancellationEndsTheRetriesAfterAFirstAttemptInsideTheWorkflowTask() {
        shop.configuration.declare(Shop.POLICY, inline());
        shop.ledger.fail();
        WorkflowStub workflow = shop.deliver();
        shop.letPass(Duration.ofSeconds(90));
        int calls = shop.ledger.calls();
        workflow.cancel();
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.ledger.calls()).isEqualTo(calls);
        assertThat(status(workflow)).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
        assertThat(shop.details(workflow)).contains("- `Book the failure`: cancelled\n");
    }

    private static RetryPolicy inline() {
        return new RetryPolicy(
                minutes(1), 2, minutes(30), 9, minutes(1), null, List.of(), null, 0, List.of(), null, true, true, null);
    }

    private static WorkflowExecutionStatus status(WorkflowStub workflow) {
        return workflow.describe().getStatus();
    }

    @Test
    void nameIsCutToWhatTemporalTakesAsASummary() {
        assertThat(Step.named("é".repeat(99)).name()).isEqualTo("é".repeat(99));
        assertThat(Step.named("é".repeat(100)).name()).isEqualTo("é".repeat(97) + "…");
        assertThat(Step.named("é".repeat(300)).withKey("charge").name())
                .isEqualTo(Step.named("é".repeat(300)).name());
    }

    @Test
    void stepMustHaveANameAndAPolicy() {
        assertThatThrownBy(() -> Step.named(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Step.named("Book").under("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stepThatNamesNoPolicyHasTheDefault() {
        assertThat(Step.named("Book")).isEqualTo(new Step("Book", "default"));
    }

    @Test
    void keyIsTheNameUntilTheStepIsGivenOne() {
        assertThat(Step.named("Charge the card").under("payments").key()).isEqualTo("Charge the card");
        Step charge = Step.named("Charge the card").withKey("charge").under("payments");
        assertThat(charge).isEqualTo(new Step("Charge the card", "payments", "charge"));
        assertThatThrownBy(() -> charge.withKey("charge it")).hasMessageContaining("charge it");
    }

    @Test
    void stepIsFoundByItsKeyAndByItsName() {
        shop.ledger.fail();
        WorkflowStub workflow = shop.deliver(Keyed.TYPE);
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.details(workflow)).contains("- Step: `Book the order`\n- Key: `book`\n");
        shop.signal(workflow, "retry", Map.of("step", "another"));
        assertThat(shop.ledger.calls()).isEqualTo(3);
        shop.signal(workflow, "retry", Map.of("step", "book"));
        assertThat(shop.ledger.calls()).isEqualTo(3 + 3);
        shop.signal(workflow, "retry", Map.of("step", "Book the order"));
        assertThat(shop.ledger.calls()).isEqualTo(3 + 3 + 3);
    }

    @Test
    void policyOfAStepIsNotInForceForAnActivityThatIsNoStep() {
        WorkflowStub workflow = shop.deliver(ThenPlain.TYPE);
        workflow.getResult(String.class);
        assertThat(shop.client()
                        .fetchHistory(workflow.getExecution().getWorkflowId())
                        .getEvents())
                .filteredOn(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .extracting(event -> event.getActivityTaskScheduledEventAttributes()
                        .getHeader()
                        .containsFields("durahook-pacing"))
                .containsExactly(true, false);
    }

    /** Has a step, and then an activity that is no step. */
    @WorkflowInterface
    public interface ThenPlain {

        String TYPE = "stripe.then_plain";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event);
    }

    public static final class ThenPlainWorkflow implements ThenPlain {

        @Override
        public String process(WebhookEvent event) {
            Step.named("Book")
                    .under(Shop.POLICY)
                    .call(options -> ledger(options).book(event.id()));
            return ledger(ActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                            .build())
                    .book("plain");
        }

        private static LedgerActivities ledger(ActivityOptions options) {
            return Workflow.newActivityStub(LedgerActivities.class, options);
        }
    }

    /** Has a step with a key. */
    @WorkflowInterface
    public interface Keyed {

        String TYPE = "stripe.keyed";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event);
    }

    public static final class KeyedWorkflow implements Keyed {

        @Override
        public String process(WebhookEvent event) {
            return Step.named("Book the order")
                    .withKey("book")
                    .under(Shop.POLICY)
                    .call(options -> Workflow.newActivityStub(LedgerActivities.class, options)
                            .book(event.id()));
        }
    }
}
