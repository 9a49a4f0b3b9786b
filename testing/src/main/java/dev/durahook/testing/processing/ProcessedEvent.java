package dev.durahook.testing.processing;

import dev.durahook.testing.execution.Execution;
import dev.durahook.testing.time.AttemptWait;
import dev.durahook.testing.time.Delays;
import dev.durahook.testing.time.RecordedAttempt;
import dev.durahook.testing.time.RecordedAttempts;
import dev.durahook.workflows.parking.ParkingSignals;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The result of processing an event, with assertions. Each assertion returns this object; a failed assertion says how
 * the event has ended instead.
 */
public final class ProcessedEvent {

    private final LatestRun run;
    private final RecordedAttempts attempts;

    ProcessedEvent(LatestRun run, RecordedAttempts attempts) {
        this.run = run;
        this.attempts = attempts;
    }

    /** Asserts that the event was processed, in every step. */
    public ProcessedEvent assertCompleted() {
        return require(run.outcome().equals(LatestRun.COMPLETED), "completed");
    }

    /** Asserts that the event was processed, and that the handler or the workflow returned this result. */
    public ProcessedEvent assertCompleted(String result) {
        assertCompleted();
        return require(result.equals(run.result()), "completed with the result '" + result + "'");
    }

    /** Asserts that the event is parked. */
    public ProcessedEvent assertParked() {
        return require(run.outcome().equals("parked"), "parked");
    }

    /**
     * Asserts that the event is parked because of a failure of this type.
     *
     * @param failureType such as {@code Refused}, or the fully qualified name of an exception's class
     */
    public ProcessedEvent assertParked(String failureType) {
        assertParked();
        return require(run.details().contains("(`" + failureType + "`)"), "parked because of " + failureType);
    }

    /** Asserts that the event is parked because of this exception. */
    public ProcessedEvent assertParked(Class<? extends Throwable> exception) {
        return assertParked(exception.getName());
    }

    /**
     * Asserts that the event's workflow has ended as <em>Failed</em> with a failure of this type.
     *
     * @param failureType such as {@code EventFailed}, or the fully qualified name of an exception's class
     */
    public ProcessedEvent assertFailed(String failureType) {
        return require(run.failureType().equals(Optional.of(failureType)), "failed because of " + failureType);
    }

    /** Asserts that the event's workflow has ended as <em>Failed</em> because of this exception. */
    public ProcessedEvent assertFailed(Class<? extends Throwable> exception) {
        return assertFailed(exception.getName());
    }

    /** Asserts that the event was discarded. */
    public ProcessedEvent assertDiscarded() {
        return require(run.outcome().equals("discarded"), "discarded");
    }

    /** Asserts that neither a handler nor a workflow took the event. */
    public ProcessedEvent assertUnhandled() {
        return require(run.outcome().equals("unhandled"), "unhandled");
    }

    /**
     * Asserts the number of attempts at all activities of the event together, including those before a retry by hand
     * and those of its child workflows.
     */
    public ProcessedEvent assertAttempts(int expected) {
        return requireEqual("attempts", expected, attempts().size());
    }

    /** Asserts the number of attempts at this activity or by this handler. */
    public ProcessedEvent assertAttempts(String activity, int expected) {
        return requireEqual(
                "attempts of " + activity, expected, attempts(activity).size());
    }

    /**
     * Asserts the waits between the attempts, with a tolerance of a tenth. After a retry by hand the waits begin anew.
     */
    public ProcessedEvent assertDelays(Duration... expected) {
        return requireDelays(List.of(expected), RecordedAttempts.waits(attempts()));
    }

    /** Asserts the waits between the attempts at this activity or by this handler. */
    public ProcessedEvent assertDelays(String activity, Duration... expected) {
        return requireDelays(List.of(expected), RecordedAttempts.waits(attempts(activity)));
    }

    /** Sends the signal {@code retry} and goes on processing. */
    public ProcessedEvent retry() {
        run.workflow().signal(ParkingSignals.RETRY);
        return await();
    }

    /** Sends the signal {@code retry} with another policy and goes on processing. */
    public ProcessedEvent retry(String policy) {
        run.workflow().signal(ParkingSignals.RETRY, policy);
        return await();
    }

    /** Sends the signal {@code discard} with a reason and goes on processing. */
    public ProcessedEvent discard(String reason) {
        run.workflow().signal(ParkingSignals.DISCARD, reason);
        return await();
    }

    /** Goes on processing the event until it is completed or parked. */
    public ProcessedEvent await() {
        run.untilSettled();
        return this;
    }

    /** Lets time pass for the event, even if it is parked. */
    public ProcessedEvent letPass(Duration duration) {
        run.pass(duration);
        return this;
    }

    /** The current details of the event, which an operator reads in the Web UI, in Markdown. */
    public String details() {
        return run.details();
    }

    /** The waits between the event's attempts, for a policy with jitter. */
    public List<Duration> delays() {
        return lengths(RecordedAttempts.waits(attempts()));
    }

    /** The event's workflow, for signals and queries of your own. */
    public WorkflowStub workflow() {
        return run.workflow();
    }

    /**
     * The latest child workflow of this type that the event's workflow has started, to send it a signal, or to retry it
     * if it is parked. Call {@link #await} of the event afterwards.
     */
    public ProcessedEvent child(String workflowType) {
        List<Execution> children = run.execution().children().stream()
                .filter(child -> child.type().equals(workflowType))
                .toList();
        require(!children.isEmpty(), "the parent of a child workflow " + workflowType);
        return new ProcessedEvent(run.child(children.get(children.size() - 1).id()), attempts);
    }

    private List<RecordedAttempt> attempts() {
        return attempts.in(run.execution().ids().collect(Collectors.toSet()));
    }

    private List<RecordedAttempt> attempts(String activity) {
        return attempts().stream()
                .filter(attempt -> attempt.activity().equals(activity))
                .toList();
    }

    private ProcessedEvent requireDelays(List<Duration> expected, List<AttemptWait> actual) {
        return require(
                Delays.match(expected, actual), "tried again after " + expected + ", not after " + lengths(actual));
    }

    private static List<Duration> lengths(List<AttemptWait> waits) {
        return waits.stream().map(AttemptWait::length).toList();
    }

    private ProcessedEvent requireEqual(String what, int expected, int actual) {
        return require(expected == actual, "processed in " + expected + " " + what + ", not " + actual);
    }

    private ProcessedEvent require(boolean holds, String expected) {
        if (!holds) {
            throw new AssertionError("Expected " + run.eventId() + " to be " + expected + ".\n" + report());
        }
        return this;
    }

    private String report() {
        return OutcomeReport.of(run, attempts());
    }
}
