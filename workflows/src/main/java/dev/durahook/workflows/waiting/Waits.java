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

/** All that a workflow waits for at the moment, as it is found and read. Only for workflow code. */
public final class Waits {

    // Temporal holds no more than 20 kB of details, of which the steps take a part.
    private static final int MAX_SHOWN = 5;
    private static final int LONGEST_TITLE = 80;

    private static final WorkflowLocal<Waits> CURRENT = WorkflowLocal.withCachedInitial(Waits::new);

    private final List<Wait> waits = new ArrayList<>();
    private boolean hasWaited;

    private Waits() {}

    /** Those of the running workflow. */
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

    /** Ends what still waits when the workflow ends, or another run goes on with it. */
    public void endAll() {
        List.copyOf(waits).forEach(Wait::end);
    }

    /** How a new run begins: without a status that can no longer be taken off, because the attribute is gone. */
    public @Nullable ContinueAsNewOptions newRun() {
        if (!hasWaited) {
            return null;
        }
        EventStatus.ofWorkflow().askForNewRun();
        return EventStatus.ofWorkflow().newRun();
    }

    private void show() {
        CurrentDetails.ofWorkflow().waits(waits.isEmpty() ? "" : text());
    }

    private String text() {
        String shown = waits.stream().limit(MAX_SHOWN).map(Waits::line).collect(Collectors.joining());
        int others = waits.size() - MAX_SHOWN;
        return "**Waits, as its author expects.** Nothing has to be done.\n\n" + shown
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
