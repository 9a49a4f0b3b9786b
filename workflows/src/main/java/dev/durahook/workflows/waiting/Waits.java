package dev.durahook.workflows.waiting;

import dev.durahook.workflows.details.CurrentDetails;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.text.Quote;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.WorkflowLocal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All waits of the running workflow, shown in its status and its current details. Only for workflow code. */
public final class Waits {

    // Temporal accepts at most 20 kB of details, and the steps need a part of them.
    private static final int MAX_SHOWN = 5;
    private static final int LONGEST_TITLE = 80;

    private static final WorkflowLocal<Waits> CURRENT = WorkflowLocal.withCachedInitial(Waits::new);

    private final List<Wait> waits = new ArrayList<>();
    private boolean hasWaited;

    private Waits() {}

    /** The waits of the running workflow. */
    public static Waits ofWorkflow() {
        return CURRENT.get();
    }

    void begin(Wait wait) {
        waits.add(wait);
        show();
        if (waits.size() == 1) {
            hasWaited = true;
            EventStatus.ofWorkflow().waiting(true);
        }
    }

    void end(Wait wait) {
        if (waits.remove(wait)) {
            show();
            if (waits.isEmpty()) {
                EventStatus.ofWorkflow().waiting(false);
            }
        }
    }

    /** Ends all waits. Called when the workflow ends, or when a new run goes on with it. */
    public void endAll() {
        List.copyOf(waits).forEach(Wait::end);
    }

    /**
     * The options of a new run: they remove the status if its search attribute is no longer registered, because the new
     * run could not remove it. Null if the new run begins with the same attributes as this run.
     */
    public @Nullable ContinueAsNewOptions newRun() {
        if (!hasWaited) {
            return null;
        }
        EventStatus.ofWorkflow().askForNewRun();
        return EventStatus.ofWorkflow().newRun();
    }

    private void show() {
        CurrentDetails.ofWorkflow().waitingFor(waits.isEmpty() ? "" : text());
    }

    private String text() {
        String shown = waits.stream().limit(MAX_SHOWN).map(Waits::line).collect(Collectors.joining());
        int others = waits.size() - MAX_SHOWN;
        return "**The workflow waits, as its author expects.** No action is needed.\n\n" + shown
                + (others > 0 ? "- " + others + " more\n" : "");
    }

    private static String line(Wait wait) {
        Instant until = wait.until();
        return "- For " + Quote.of(wait.title(), LONGEST_TITLE) + ", since " + text(wait.since())
                + (until == null ? "" : ", until " + text(until) + " at the latest") + "\n";
    }

    private static Instant text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
