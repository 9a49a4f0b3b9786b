package dev.durahook.workflows.details;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The current details of the running workflow: what has to be decided or was, and each step in a line. A worker answers
 * them, also for a workflow that is closed. What a workflow of an author's says there itself is kept, and covered only
 * while something waits for a decision. Only for workflow code.
 */
public final class CurrentDetails {

    // Temporal holds no more than 20 kB, of which a notice may take most.
    private static final int MAX_STEPS = 10;

    private static final WorkflowLocal<CurrentDetails> CURRENT = WorkflowLocal.withCachedInitial(CurrentDetails::new);

    private final List<StepLine> steps = new ArrayList<>();
    private String note = "";
    private String notice = "";
    private String waits = "";
    private String authors = "";
    private String written = "";
    private int leftOut;
    private boolean completed;

    private CurrentDetails() {}

    /** Those of the running workflow. */
    public static CurrentDetails ofWorkflow() {
        return CURRENT.get();
    }

    /** Adds a step. */
    public StepLine begin(String step) {
        StepLine line = new StepLine(this, step);
        makeRoom();
        steps.add(line);
        return line;
    }

    /** Says this above all else, in Markdown; nothing if blank. */
    public void notice(String markdown) {
        notice = markdown;
        show();
    }

    /** Says this at the beginning, beside whatever else there is to say, until it is told otherwise; nothing if blank. */
    public void note(String markdown) {
        boolean differs = !note.equals(markdown);
        note = markdown;
        if (differs) {
            show();
        }
    }

    /** Says for what the workflow waits, in Markdown, unless there is a notice; nothing if blank. */
    public void waits(String markdown) {
        waits = markdown;
        show();
    }

    /** Says that nothing is left to be done, where there were steps. */
    public void complete() {
        completed = true;
        note("");
        if (!steps.isEmpty()) {
            show();
        }
    }

    void show() {
        String now = Objects.requireNonNullElse(Workflow.getCurrentDetails(), "");
        if (!now.equals(written)) {
            authors = now;
        }
        written = note + text();
        Workflow.setCurrentDetails(written);
    }

    private String text() {
        if (notice.isBlank()) {
            return waits.isBlank() ? progress() : waits + "\n" + progress();
        }
        String waiting = waits.isBlank() ? "" : "\n" + waits;
        return steps.size() > 1 ? notice + waiting + "\nSteps:\n\n" + lines() : notice + waiting;
    }

    private String progress() {
        if (!authors.isBlank()) {
            return authors;
        }
        if (!waits.isBlank()) {
            return lines() + hint();
        }
        return steps.isEmpty() && note.isBlank() ? "" : heading() + "\n\n" + lines() + hint();
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
        String before = leftOut == 0 ? "" : "- " + leftOut + " before these\n";
        return before + steps.stream().map(StepLine::text).collect(Collectors.joining());
    }

    private String hint() {
        return isIdle() ? "" : "\nThe attempt, the last failure and the next retry: tab *Pending Activities*.\n";
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
