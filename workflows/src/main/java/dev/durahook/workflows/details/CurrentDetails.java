package dev.durahook.workflows.details;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The current details of the running workflow, which the Web UI shows: the decision that is open or was made, and each
 * step in a line. A worker answers the query for them, even for a closed workflow. Details that the workflow's author
 * sets are kept, and hidden only while a decision is open. Only for workflow code.
 */
public final class CurrentDetails {

    // Temporal holds no more than 20 kB of details, most of which a status may take.
    private static final int MAX_STEPS = 10;

    private static final WorkflowLocal<CurrentDetails> CURRENT = WorkflowLocal.withCachedInitial(CurrentDetails::new);

    private final List<StepLine> steps = new ArrayList<>();
    private String ignoredSignal = "";
    private String status = "";
    private String waitingFor = "";
    private String authorsText = "";
    private String written = "";
    private int leftOut;
    private boolean completed;

    private CurrentDetails() {}

    /** The current details of the running workflow. */
    public static CurrentDetails ofWorkflow() {
        return CURRENT.get();
    }

    /** Adds a line for a step. */
    public StepLine begin(String step) {
        StepLine line = new StepLine(this, step);
        makeRoom();
        steps.add(line);
        return line;
    }

    /**
     * Shows what has become of the event: parked, discarded or unhandled, with what an operator can do. A blank text
     * removes the status.
     */
    public void status(String markdown) {
        status = markdown;
        show();
    }

    /**
     * Shows, before all other texts, why the last signal was ignored. A blank text removes the reason.
     */
    public void ignoredSignal(String markdown) {
        boolean differs = !ignoredSignal.equals(markdown);
        ignoredSignal = markdown;
        if (differs) {
            show();
        }
    }

    /** Shows what the workflow waits for, as its author expects. A blank text removes the sentence. */
    public void waitingFor(String markdown) {
        waitingFor = markdown;
        show();
    }

    /** Shows that nothing is left to be done, if there were steps. */
    public void complete() {
        completed = true;
        ignoredSignal("");
        if (!steps.isEmpty()) {
            show();
        }
    }

    /** Shows that the steps that had not ended are cancelled, and that nothing is to be decided any more. */
    public void cancel() {
        status = "";
        ignoredSignal = "";
        steps.stream().filter(step -> !step.isEnded()).forEach(StepLine::cancelled);
        show();
    }

    void show() {
        String now = Objects.requireNonNullElse(Workflow.getCurrentDetails(), "");
        if (!now.equals(written)) {
            authorsText = now;
        }
        written = ignoredSignal + text();
        Workflow.setCurrentDetails(written);
    }

    private String text() {
        if (status.isBlank()) {
            return waitingFor.isBlank() ? progress() : waitingFor + "\n" + progress();
        }
        String waiting = waitingFor.isBlank() ? "" : "\n" + waitingFor;
        return steps.size() > 1 ? status + waiting + "\nSteps:\n\n" + lines() : status + waiting;
    }

    private String progress() {
        if (!authorsText.isBlank()) {
            return authorsText;
        }
        if (!waitingFor.isBlank()) {
            return lines() + hint();
        }
        return steps.isEmpty() && ignoredSignal.isBlank() ? "" : heading() + "\n\n" + lines() + hint();
    }

    private String heading() {
        if (completed) {
            return "**Completed.**";
        }
        return isIdle() ? "**No step is under way.**" : "**In progress.**";
    }

    private boolean isIdle() {
        return steps.stream().allMatch(StepLine::isEnded);
    }

    private String lines() {
        String before = leftOut == 0 ? "" : "- " + leftOut + (leftOut == 1 ? " earlier step\n" : " earlier steps\n");
        return before + steps.stream().map(StepLine::text).collect(Collectors.joining());
    }

    private String hint() {
        return isIdle()
                ? ""
                : "\nSee the tab *Pending Activities* for the attempt, the last failure and the next retry.\n";
    }

    private void makeRoom() {
        if (steps.size() < MAX_STEPS) {
            return;
        }
        Optional<StepLine> ended = steps.stream().filter(StepLine::isEnded).findFirst();
        steps.remove(ended.orElse(steps.get(0)));
        leftOut++;
    }
}
