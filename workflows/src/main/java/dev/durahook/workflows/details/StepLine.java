package dev.durahook.workflows.details;

import dev.durahook.workflows.text.Quote;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The line of one step in the current details, updated as the step goes on. Only for workflow code. */
public final class StepLine {

    private static final int LONGEST_RESULT = 200;

    private final CurrentDetails details;
    private final String step;
    private String state = "begins";
    private String retried = "";
    private boolean ended;

    StepLine(CurrentDetails details, String step) {
        this.details = details;
        this.step = step;
    }

    /** The step is tried under this policy. */
    public void tries(String policyName, String policy) {
        become("under way" + retried + ", policy " + Quote.of(policyName) + ": " + policy, false);
    }

    /** The step waits for a decision. */
    public void parks() {
        become("parked, waits for a decision", false);
    }

    /** An operator has asked to retry the step. */
    public void retries() {
        retried = ", retried by signal at " + now();
        become("under way" + retried, false);
    }

    /** The step is done. */
    public void done(@Nullable String result) {
        become("done at " + now() + retried + text(result), true);
    }

    /** An earlier run of the workflow has ended the step with this outcome. */
    public void wasEnded(String outcome, @Nullable String result) {
        become(outcome + text(result), true);
    }

    /** The step was discarded. */
    public void discarded(String reason) {
        become("discarded" + text(reason), true);
    }

    /** The step does not go on, because its workflow is cancelled. */
    public void cancelled() {
        become("cancelled", true);
    }

    boolean isEnded() {
        return ended;
    }

    String text() {
        return "- " + Quote.of(step) + ": " + state + "\n";
    }

    private void become(String next, boolean isEnd) {
        state = next;
        ended = isEnd;
        details.show();
    }

    private static String text(@Nullable String result) {
        return result == null || result.isBlank() ? "" : ": " + Quote.of(result, LONGEST_RESULT);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis()).truncatedTo(ChronoUnit.SECONDS);
    }
}
