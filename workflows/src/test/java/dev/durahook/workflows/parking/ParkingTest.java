package dev.durahook.workflows.parking;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.processing.Outcome;
import dev.durahook.workflows.shop.ScriptedLedger;
import dev.durahook.workflows.shop.Shop;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.RawValue;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParkingTest {

    private final Shop shop = Shop.open(Compensating.CompensatingWorkflow.class, Parallel.ParallelWorkflow.class);

    @AfterEach
    void close() {
        shop.close();
    }

    private WorkflowStub parked() {
        shop.ledger.fail();
        WorkflowStub workflow = shop.deliverAndLetADayPass();
        assertThat(shop.details(workflow)).startsWith("**Parked");
        return workflow;
    }

    @Test
    void detailsShowTheFailureAndThePossibleDecisions() {
        assertThat(shop.details(parked())).matches("""
                \\*\\*Parked: this event waits for your decision.\\*\\*

                - Step: `Book the failure`
                - Failure: `The ledger answered 503` \\(`LedgerUnavailable`\\)
                - Attempts: 3
                - Policy: `payments`: 3 attempts, 1m ×2 up to 30m
                - Parked at: 2026-11-24T10:\\d\\d:\\d\\dZ

                Send the signal `retry` to run the step again, or `discard` to give the step up, with the reason as its input, \
                in quotation marks: \\*More Actions\\*, \\*Send a Signal\\*.
                """);
    }

    @Test
    void failuresMessageIsOneShortLine() {
        String page = "<html>\r\n\r\n  <p>🐝</p>\n" + "x".repeat(1_982) + "🐝".repeat(5_000);
        shop.ledger.failWith(() -> ScriptedLedger.unavailable(page));
        String details = shop.details(shop.deliverAndLetADayPass());
        assertThat(details).containsPattern("- Failure: `<html> <p>🐝</p> x{1982}…` \\(`LedgerUnavailable`\\)\n");
    }

    @Test
    void failureWithoutAMessageStillHasAType() {
        shop.ledger.failWith(NullPointerException::new);
        assertThat(shop.details(shop.deliverAndLetADayPass()))
                .contains("- Failure: (`java.lang.NullPointerException`)\n");
    }

    @Test
    void retryRunsTheStepAgainWithFreshAttempts() {
        WorkflowStub workflow = parked();
        shop.ledger.failTimes(2);
        workflow.signal("retry");
        assertThat(workflow.getResult(String.class)).isEqualTo("booked stripe:evt_1");
        assertThat(shop.ledger.calls()).isEqualTo(3 + 3);
        assertThat(shop.details(workflow)).matches("""
                \\*\\*Completed.\\*\\*

                - `Book the failure`: done at \\S+Z, retried by signal at \\S+Z: `booked stripe:evt_1`
                """);
    }

    @Test
    void retryThatFailsParksAgain() {
        WorkflowStub workflow = parked();
        shop.signal(workflow, "retry");
        assertThat(shop.ledger.calls()).isEqualTo(3 + 3);
        assertThat(shop.details(workflow)).contains("- Parked at: 2026-11-25T");
    }

    @Test
    void retryFollowsThePolicyOfThatMoment() {
        WorkflowStub workflow = parked();
        shop.configuration.declare(
                Shop.POLICY, Shop.policy(5, Duration.ofMinutes(7), Duration.ofMinutes(7), List.of()));
        shop.signal(workflow, "retry");
        assertThat(shop.ledger.calls()).isEqualTo(3 + 5);
        assertThat(shop.ledger.pauses()).endsWith(Duration.ofMinutes(7), Duration.ofMinutes(7), Duration.ofMinutes(7));
    }

    @Test
    void workflowOfADiscardedEventCompletesWithTheReason() {
        WorkflowStub workflow = parked();
        workflow.signal("discard", "a test of the sender's");
        assertThat(workflow.getResult(Outcome.class))
                .isEqualTo(new Outcome("discarded", "a test of the sender's", List.of()));
        assertThat(shop.ledger.calls()).isEqualTo(3);
        assertThat(shop.details(workflow)).matches("""
                \\*\\*Discarded:\\*\\* `a test of the sender's`

                - Step: `Book the failure`
                - Failure: `The ledger answered 503` \\(`LedgerUnavailable`\\)
                - Attempts: 3
                - Policy: `payments`: 3 attempts, 1m ×2 up to 30m
                - Parked at: 2026-11-24T10:\\d\\d:\\d\\dZ
                """);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n"})
    void discardWithoutAReasonIsIgnored(String reason) {
        WorkflowStub workflow = parked();
        shop.signal(workflow, "discard", reason);
        assertThat(shop.details(workflow)).matches("""
                (?s)\\*\\*The signal `discard` of 2026-11-25T\\S+Z had no effect:\\*\\* it has no reason. This would work: \
                `"a duplicate"`

                \\*\\*Parked: .*""");
    }

    @Test
    void discardWithAReasonThatIsNotTextIsIgnored() {
        WorkflowStub workflow = parked();
        shop.signal(workflow, "discard", List.of("a", "b"));
        assertThat(shop.details(workflow))
                .contains("had no effect:** its input must be text in quotation marks or an object. This would work");
        shop.signal(workflow, "discard");
        assertThat(shop.details(workflow)).contains("had no effect:** it has no reason", "**Parked");
        workflow.signal("discard", "at last");
        assertThat(workflow.getResult(Outcome.class).reason()).isEqualTo("at last");
    }

    @Test
    void signalThatWorksRemovesTheNoteOfTheOneBefore() {
        WorkflowStub workflow = parked();
        shop.signal(workflow, "discard");
        assertThat(shop.details(workflow)).contains("had no effect");
        shop.signal(workflow, "retry");
        assertThat(shop.details(workflow)).startsWith("**Parked").doesNotContain("had no effect");
    }

    @Test
    void signalsBeforeParkingAreIgnored() {
        shop.ledger.fail();
        WorkflowStub workflow = shop.deliver();
        workflow.signal("retry");
        workflow.signal("discard", "too early");
        shop.letPass(Duration.ofSeconds(30));
        workflow.signal("discard", "still too early");
        workflow.signal("retry");
        shop.letPass(Duration.ofSeconds(20));
        assertThat(shop.details(workflow))
                .startsWith("**The signal `retry` of ")
                .contains(" had no effect:** no step was parked when it came\n\n**In progress.**");
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.ledger.calls()).isEqualTo(3);
        assertThat(shop.details(workflow))
                .startsWith("**The signal `retry` of ")
                .contains("no step was parked when it came\n\n**Parked");
        shop.signal(workflow, "retry");
        assertThat(shop.details(workflow)).startsWith("**Parked").doesNotContain("had no effect");
    }

    @Test
    void signalThatNamesAnotherStepShowsTheParkedStepAndAWorkingInput() {
        WorkflowStub workflow = parked();
        shop.signal(workflow, "retry", Map.of("step", "Book `it`"));
        assertThat(shop.details(workflow)).contains("""
                had no effect:** it names the step `Book \uFFFDit\uFFFD`, but the parked step is `Book the failure`. This would work: \
                `{"step": "Book the failure"}`
                """);
        shop.signal(workflow, "discard", Map.of("step", "Book it", "reason", "old"));
        assertThat(shop.details(workflow))
                .contains("This would work: `{\"step\": \"Book the failure\", \"reason\": \"a duplicate\"}`");
        assertThat(shop.ledger.calls()).isEqualTo(3);
        shop.ledger.failTimes(0);
        workflow.signal("retry", Map.of("step", "Book the failure"));
        assertThat(workflow.getResult(String.class)).isEqualTo("booked stripe:evt_1");
        assertThat(shop.details(workflow)).startsWith("**Completed.**");
    }

    @Test
    void misspeltFieldDoesNotSignalEveryStep() {
        WorkflowStub workflow = parked();
        shop.signal(workflow, "discard", Map.of("Step", "another", "reason", "old"));
        assertThat(shop.details(workflow))
                .contains("had no effect:** `Step` is not a known field; use `reason`, `step`.", "**Parked");
        shop.signal(workflow, "retry", Map.of("steps", List.of("another")));
        assertThat(shop.details(workflow)).contains("`steps` is not a known field; use `policy`, `step`.");
        assertThat(shop.ledger.calls()).isEqualTo(3);
    }

    static Stream<Arguments> unusableFields() {
        return Stream.of(
                Arguments.of("discard", Map.of("step", List.of("another"), "reason", "old"), "step"),
                Arguments.of("discard", Map.of("step", " ", "reason", "old"), "step"),
                Arguments.of("discard", Map.of("step", "Book the failure", "reason", List.of("old")), "reason"),
                Arguments.of("retry", Map.of("step", Map.of("name", "another")), "step"),
                Arguments.of("retry", Map.of("step", ""), "step"),
                Arguments.of("retry", Collections.singletonMap("step", null), "step"),
                Arguments.of("retry", Map.of("policy", ""), "policy"));
    }

    @ParameterizedTest
    @MethodSource("unusableFields")
    void emptyFieldDoesNotSignalEveryStep(String signal, Object input, String field) {
        WorkflowStub workflow = parked();
        shop.signal(workflow, signal, input);
        assertThat(shop.details(workflow))
                .contains("had no effect:** its field `" + field + "` must be text that is not empty.", "**Parked");
        assertThat(shop.ledger.calls()).isEqualTo(3);
    }

    @Test
    void fieldThatIsThereTwiceIsNoDecision() {
        WorkflowStub workflow = parked();
        RawValue input = new RawValue(Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                .setData(ByteString.copyFromUtf8(
                        "{\"reason\": \"old\", \"step\": \"another\", \"step\": \"Book the failure\"}"))
                .build());
        shop.signal(workflow, "discard", input);
        assertThat(shop.details(workflow)).contains("had no effect:** its input has a field twice.", "**Parked");
    }

    @Test
    void reasonIsCutBecauseTheResultRepeatsIt() {
        WorkflowStub workflow = parked();
        shop.signal(workflow, "discard", "x".repeat(1_900_000));
        assertThat(workflow.getResult(Outcome.class).reason()).isEqualTo("x".repeat(2_000) + "…");
    }

    @Test
    void policysNameIsCutBecauseTheHistoryRepeatsIt() {
        WorkflowStub workflow = parked();
        shop.signal(workflow, "retry", "x".repeat(1_900_000));
        assertThat(shop.details(workflow)).contains("had no effect:** `No policy 'xxx", "**Parked");
        shop.signal(workflow, "retry");
        assertThat(shop.ledger.calls()).isEqualTo(3 + 3);
    }

    @Test
    void inputThatIsNotJsonIsExplained() {
        WorkflowStub workflow = parked();
        for (String encoding : List.of("json/plain", "binary/plain")) {
            RawValue unquoted = new RawValue(Payload.newBuilder()
                    .putMetadata("encoding", ByteString.copyFromUtf8(encoding))
                    .setData(ByteString.copyFromUtf8("a duplicate of order 17"))
                    .build());
            shop.signal(workflow, "discard", unquoted);
            assertThat(shop.details(workflow))
                    .contains("its input is not JSON. Put text in quotation marks. This would work: `\"a duplicate\"`")
                    .doesNotContain("17");
        }
    }

    @Test
    void retryUnderAnUnknownPolicyIsRefusedAndTheFailureStays() {
        shop.configuration.registerStatus();
        WorkflowStub workflow = parked();
        String failure = "- Failure: `The ledger answered 503` (`LedgerUnavailable`)\n- Attempts: 3\n";
        for (Object input : List.of("patientt", Map.of("policy", "patientt"))) {
            shop.signal(workflow, "retry", input);
            assertThat(shop.details(workflow))
                    .startsWith("**The signal `retry` of ")
                    .contains("had no effect:** `No policy 'patientt'`. Send `retry` without an input", failure)
                    .contains("- Parked at: 2026-11-24T10");
            assertThat(shop.status(workflow)).contains("parked");
        }
        assertThat(shop.ledger.calls()).isEqualTo(3);
        shop.signal(workflow, "retry");
        assertThat(shop.ledger.calls()).isEqualTo(3 + 3);
        assertThat(shop.details(workflow)).startsWith("**Parked").contains("- Parked at: 2026-11-27T");
    }

    @Test
    void timelineSaysThatTheEventIsParked() {
        WorkflowStub workflow = parked();
        assertThat(timers(workflow)).containsExactly("\"PARKED: Book the failure · send retry or discard\"");
        shop.letPass(Duration.ofDays(400));
        assertThat(timers(workflow)).hasSize(2);
        assertThat(shop.details(workflow)).startsWith("**Parked");

        workflow.signal("retry");
        shop.letPass(Duration.ofSeconds(30));
        assertThat(history(workflow).getEvents())
                .extracting(HistoryEvent::getEventType)
                .contains(EventType.EVENT_TYPE_TIMER_CANCELED);
    }

    private List<String> timers(WorkflowStub workflow) {
        return history(workflow).getEvents().stream()
                .filter(HistoryEvent::hasTimerStartedEventAttributes)
                .map(event -> event.getUserMetadata().getSummary().getData().toStringUtf8())
                .toList();
    }

    @Test
    void secondRetryOfTwoIsIgnored() {
        WorkflowStub workflow = parked();
        workflow.signal("retry");
        shop.signal(workflow, "retry");
        assertThat(shop.ledger.calls()).isEqualTo(3 + 3);
        assertThat(shop.details(workflow))
                .startsWith("**The signal `retry` of ")
                .contains("no step was parked when it came\n\n**Parked");
    }

    // The operator who has sent it believes that the event was given up.
    @Test
    void discardDuringARetryIsShownAfterTheStepIsParkedAgain() {
        WorkflowStub workflow = parked();
        workflow.signal("retry");
        shop.signal(workflow, "discard", "gone");
        assertThat(shop.details(workflow))
                .startsWith("**The signal `discard` of ")
                .contains("no step was parked when it came\n\n**Parked");
    }

    @Test
    void stepWithoutADecisionInTimeIsDiscarded() {
        shop.configuration.registerStatus();
        shop.configuration.declare(
                Shop.POLICY,
                new RetryPolicy(
                        Duration.ofMinutes(1),
                        1,
                        Duration.ofMinutes(1),
                        1,
                        Duration.ofMinutes(1),
                        null,
                        List.of(),
                        null,
                        0,
                        List.of(),
                        Duration.ofDays(30)));
        WorkflowStub workflow = parked();
        assertThat(shop.details(workflow)).contains("- Discarded automatically after: 720h\n");
        shop.letPass(Duration.ofDays(28));
        assertThat(shop.status(workflow)).contains("parked");
        shop.letPass(Duration.ofDays(2));
        assertThat(workflow.getResult(Outcome.class))
                .isEqualTo(new Outcome("discarded", "no decision was made within the park-timeout", List.of()));
        assertThat(shop.status(workflow)).contains("discarded");
    }

    @Test
    void cancellationWhileParkedEndsTheWorkflowAndLeavesNoTraceOfParking() {
        shop.configuration.registerStatus();
        WorkflowStub workflow = parked();
        workflow.cancel();
        shop.letPass(Duration.ofDays(1));
        assertThat(workflow.describe().getStatus())
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
        assertThat(shop.details(workflow)).isEqualTo("**No step is under way.**\n\n- `Book the failure`: cancelled\n");
        assertThat(shop.status(workflow)).isEmpty();
    }

    @Test
    void statusFollowsTheEventIfItIsRegistered() {
        shop.configuration.registerStatus();
        WorkflowStub workflow = parked();
        assertThat(shop.status(workflow)).contains("parked");

        shop.ledger.failTimes(1);
        workflow.signal("retry");
        shop.letPass(Duration.ofSeconds(30));
        assertThat(shop.status(workflow)).isEmpty();
        assertThat(shop.details(workflow)).startsWith("**In progress.**");
        workflow.getResult(String.class);
        assertThat(shop.status(workflow)).isEmpty();
    }

    @Test
    void statusOfADiscardedEventStays() {
        shop.configuration.registerStatus();
        WorkflowStub workflow = parked();
        workflow.signal("discard", "a test");
        workflow.getResult(Outcome.class);
        assertThat(shop.status(workflow)).contains("discarded");
    }

    @Test
    void statusIsNotSetIfItIsNotRegistered() {
        WorkflowStub workflow = parked();
        assertThat(shop.status(workflow)).isEmpty();
        assertThat(history(workflow).toString()).doesNotContain("UPSERT_WORKFLOW_SEARCH_ATTRIBUTES");
    }

    @Test
    void eventIsParkedIfTheRegistrationOfTheStatusIsUnknown() {
        shop.configuration.breakStatus();
        WorkflowStub workflow = parked();
        assertThat(shop.status(workflow)).isEmpty();
        workflow.signal("discard", "a test");
        assertThat(workflow.getResult(Outcome.class).outcome()).isEqualTo("discarded");
    }

    @Test
    void statusThatIsRegisteredLaterIsSetWhenTheEventIsParkedAgain() {
        WorkflowStub workflow = parked();
        shop.configuration.registerStatus();
        shop.signal(workflow, "retry");
        assertThat(shop.status(workflow)).contains("parked");
    }

    @Test
    void removedStatusIsNotSetAgain() {
        shop.configuration.registerStatus();
        WorkflowStub workflow = parked();
        shop.configuration.removeStatus();
        shop.removeStatus();
        shop.signal(workflow, "retry");
        assertThat(shop.details(workflow)).startsWith("**Parked").contains("- Parked at: 2026-11-25T");
        shop.ledger.failTimes(0);
        workflow.signal("retry");
        assertThat(workflow.getResult(String.class)).isEqualTo("booked stripe:evt_1");
        assertThat(history(workflow).getEvents())
                .extracting(HistoryEvent::getEventType)
                .doesNotContain(EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);
    }

    @Test
    void historyOfAnEventThatIsRetriedByHandGrowsSlowly() {
        shop.configuration.registerStatus();
        WorkflowStub workflow = parked();
        shop.signal(workflow, "retry");
        int before = history(workflow).getEvents().size();
        for (int i = 0; i < 10; i++) {
            shop.signal(workflow, "retry");
        }
        // Each retry adds 17 events. Temporal warns at 10,240 events and ends the workflow at 51,200: some three
        // thousand retries.
        assertThat(history(workflow).getEvents()).hasSizeLessThanOrEqualTo(before + 10 * 19);
        assertThat(shop.ledger.calls()).isEqualTo(3 * 12);
    }

    private WorkflowExecutionHistory history(WorkflowStub workflow) {
        return shop.client().fetchHistory(workflow.getExecution().getWorkflowId());
    }

    @Test
    void workflowMayAnswerADiscardWithAStepThatMayBeParkedToo() {
        shop.ledger.fail();
        WorkflowStub workflow = shop.deliver(Compensating.TYPE);
        shop.letPass(Duration.ofDays(1));
        shop.signal(workflow, "discard", "too old");
        assertThat(shop.details(workflow)).startsWith("**Parked").contains("- Step: `Take it back`");

        shop.ledger.failTimes(0);
        workflow.signal("retry");
        assertThat(workflow.getResult(String.class)).isEqualTo("taken back: booked stripe:evt_1");
    }

    @Test
    void decisionAppliesToEveryParkedStep() {
        shop.ledger.fail();
        WorkflowStub workflow = shop.deliver(Parallel.TYPE);
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.ledger.calls()).isEqualTo(2 * 3);
        shop.ledger.failTimes(0);
        workflow.signal("retry");
        assertThat(workflow.getResult(String.class)).isEqualTo("booked a, booked b");
    }
}
