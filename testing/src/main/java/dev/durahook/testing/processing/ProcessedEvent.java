package dev.durahook.testing.processing;

import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What became of an event. Each assertion returns it again, and says by its failure what did become of it. */
public final class ProcessedEvent {

    private final Run run;
    private final Attempts attempts;

    ProcessedEvent(Run run, Attempts attempts) {
        this.run = run;
        this.attempts = attempts;
    }

    /** It was processed, in every step. */
    public ProcessedEvent assertCompleted() {
        return require(run.outcome().equals(Run.COMPLETED), "completed");
    }

    /** It was processed, and this is what the handler or the workflow says of it. */
    public ProcessedEvent assertCompleted(String result) {
        assertCompleted();
        return require(result.equals(run.result()), "completed with the result '" + result + "'");
    }

    /** It waits for a decision. */
    public ProcessedEvent assertParked() {
        return require(run.outcome().equals("parked"), "parked");
    }

    /**
     * It waits for a decision, because of this failure.
     *
     * @param failureType such as {@code Refused}, or the whole name of an exception's class
     */
    public ProcessedEvent assertParked(String failureType) {
        assertParked();
        return require(run.details().contains("(`" + failureType + "`)"), "parked because of " + failureType);
    }

    /** It waits for a decision, because of this exception. */
    public ProcessedEvent assertParked(Class<? extends Throwable> exception) {
        return assertParked(exception.getName());
    }

    /** It was given up. */
    public ProcessedEvent assertDiscarded() {
        return require(run.outcome().equals("discarded"), "discarded");
    }

    /** Neither a handler nor a workflow took it. */
    public ProcessedEvent assertUnhandled() {
        return require(run.outcome().equals("unhandled"), "unhandled");
    }

    /**
     * There were so many attempts at all its activities together, those before a retry by hand and those of its child
     * workflows included.
     */
    public ProcessedEvent assertAttempts(int expected) {
        return requireEqual("attempts", expected, attempts().size());
    }

    /** There were so many attempts at this activity or by this handler. */
    public ProcessedEvent assertAttempts(String activity, int expected) {
        return requireEqual(
                "attempts of " + activity, expected, attempts(activity).size());
    }

    /** Between the attempts were these waits, give or take a tenth. A retry by hand begins anew. */
    public ProcessedEvent assertDelays(Duration... expected) {
        return requireDelays(List.of(expected), Attempts.waits(attempts()));
    }

    /** Between the attempts at this activity or by this handler were these waits. */
    public ProcessedEvent assertDelays(String activity, Duration... expected) {
        return requireDelays(List.of(expected), Attempts.waits(attempts(activity)));
    }

    /** Sends the signal {@code retry} and processes it on. */
    public ProcessedEvent retry() {
        run.workflow().signal("retry");
        return await();
    }

    /** Sends the signal {@code retry} with another policy and processes it on. */
    public ProcessedEvent retry(String policy) {
        run.workflow().signal("retry", policy);
        return await();
    }

    /** Sends the signal {@code discard} with a reason and processes it on. */
    public ProcessedEvent discard(String reason) {
        run.workflow().signal("discard", reason);
        return await();
    }

    /** Processes it on until it is completed or parked. */
    public ProcessedEvent await() {
        run.untilSettled();
        return this;
    }

    /** Lets time pass for it, whatever it waits for. */
    public ProcessedEvent letPass(Duration duration) {
        run.pass(duration);
        return this;
    }

    /** What an operator reads of it in the Web UI, in Markdown. */
    public String details() {
        return run.details();
    }

    /** The waits between its attempts, for a policy with jitter. */
    public List<Duration> delays() {
        return Attempts.waits(attempts());
    }

    /** Its workflow, for signals and queries of your own. */
    public WorkflowStub workflow() {
        return run.workflow();
    }

    /**
     * The latest child workflow of this type that it has started, so that it can be given a signal, or be retried if it is
     * parked. Go on with {@link #await} of the event afterwards.
     */
    public ProcessedEvent child(String workflowType) {
        List<Execution> children = run.execution().children().stream()
                .filter(child -> child.type().equals(workflowType))
                .toList();
        require(!children.isEmpty(), "one that has started a child workflow " + workflowType);
        return new ProcessedEvent(run.child(children.get(children.size() - 1).id()), attempts);
    }

    private List<Attempt> attempts() {
        return attempts.in(run.execution().ids().collect(Collectors.toSet()));
    }

    private List<Attempt> attempts(String activity) {
        return attempts().stream()
                .filter(attempt -> attempt.activity().equals(activity))
                .toList();
    }

    private ProcessedEvent requireDelays(List<Duration> expected, List<Duration> actual) {
        return require(Delays.match(expected, actual), "tried again after " + expected + ", not after " + actual);
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
        return Report.of(run, attempts());
    }
}
