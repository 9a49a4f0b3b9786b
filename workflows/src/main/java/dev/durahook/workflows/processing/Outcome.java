package dev.durahook.workflows.processing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.durahook.workflows.text.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a workflow that Durahook itself provides, as the Web UI shows it.
 *
 * @param outcome how the event has ended: {@code processed}, {@code partly-discarded}, {@code discarded} or {@code
 *     unhandled}
 * @param reason the reason for this outcome in a sentence
 * @param steps how each step has ended
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Outcome(String outcome, @Nullable String reason, List<StepOutcome> steps) {

    private static final String DISCARDED = "discarded";

    public Outcome {
        steps = orEmpty(steps);
    }

    /** The outcome of an event that was discarded. */
    public static Outcome discarded(String reason) {
        return new Outcome(DISCARDED, reason, List.of());
    }

    /** The outcome of an event for whose type no route, handler or workflow is declared. */
    public static Outcome unhandled(String type) {
        return unhandled(type, List.of());
    }

    /**
     * The outcome of an event that no route, handler or workflow takes.
     *
     * @param unmet why routes for its type do not apply, a sentence for each
     */
    public static Outcome unhandled(String type, List<String> unmet) {
        return new Outcome("unhandled", whyUnhandled(type, unmet), List.of());
    }

    /** Why an event is unhandled, and what to do, for the current details, which are Markdown. */
    static String detailsOfUnhandled(String type, List<String> unmet) {
        return whyUnhandled(Quote.of(type), unmet);
    }

    private static String whyUnhandled(String type, List<String> unmet) {
        return nothingTakes(type, unmet)
                + " The event is kept until the namespace's retention ends. Declare a route or deploy a handler,"
                + " then reset this workflow to its first workflow task.";
    }

    /** Why an event is unhandled, in a few sentences. */
    static String nothingTakes(String type, List<String> unmet) {
        return unmet.isEmpty()
                ? "No route, no handler and no workflow of this worker takes " + type + "."
                : "No route takes this " + type + ", and no handler and no workflow takes its type. "
                        + String.join(" ", unmet);
    }

    /** The outcome of an event whose steps have all ended. */
    static Outcome of(List<StepOutcome> steps) {
        long discarded = steps.stream().filter(StepOutcome::isDiscarded).count();
        if (discarded == 0) {
            return new Outcome("processed", null, steps);
        }
        return new Outcome(discarded == steps.size() ? DISCARDED : "partly-discarded", null, steps);
    }

    private static List<StepOutcome> orEmpty(@Nullable List<StepOutcome> steps) {
        return steps == null ? List.of() : List.copyOf(steps);
    }
}
