package dev.durahook.workflows.parking;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.durahook.workflows.text.Quote;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains in Markdown why a signal had no effect, and what to send instead. Only for workflow code. */
final class IgnoredSignal {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_KEYS = 5;

    private IgnoredSignal() {}

    /** No step is parked. The text stays if a step is parked later, for then the signal would have an effect. */
    static String nothingParked(String signal) {
        return because(signal, "no step was parked when it came");
    }

    /** The signal's input can't be read. */
    static String unreadable(String signal, String problem) {
        return because(signal, problem + ". " + form(signal, null));
    }

    /** The signal's input has an unknown field. */
    static String unknownField(String signal, String field, Set<String> known) {
        return because(
                signal,
                quote(field) + " is not a known field; use "
                        + new TreeSet<>(known).stream().map(Quote::of).collect(Collectors.joining(", ")) + ". "
                        + form(signal, null));
    }

    /** A field of the signal's input has no usable text. */
    static String unusableField(String signal, String field) {
        return because(signal, "its field " + quote(field) + " must be text that is not empty. " + form(signal, null));
    }

    /** The signal {@code discard} has no reason. */
    static String noReason(String signal) {
        return because(signal, "it has no reason. " + form(signal, null));
    }

    /** The signal names a step that is not parked. */
    static String notParked(String signal, String named, List<ParkedStep> parked) {
        String keys = parked.stream()
                .limit(MOST_KEYS)
                .map(step -> quote(step.keyOrDerived()))
                .collect(Collectors.joining(", "));
        return because(
                signal,
                "it names the step " + quote(named) + ", but the parked "
                        + (parked.size() == 1 ? "step is " : "steps are ") + keys + ". "
                        + form(signal, parked.get(0).keyOrDerived()));
    }

    /** The history is so long or so large that Temporal would soon end the workflow. */
    static String noRoom(String signal) {
        return because(
                signal,
                "the history of this run has no room for another attempt, because Temporal ends a workflow with 51,200"
                        + " events or 50 MB. If other steps of the event go on, send `" + signal
                        + "` again when they have ended or are parked. Otherwise reset the workflow to its first task,"
                        + " which runs all steps again, or discard the step");
    }

    /** The signal {@code retry} names a policy that can't be read. */
    static String noPolicy(ActivityFailure failure) {
        return because(
                ParkingSignals.RETRY, FailureText.brief(failure.getCause()) + ". " + form(ParkingSignals.RETRY, null));
    }

    private static String because(String signal, String reason) {
        Instant now = Instant.ofEpochMilli(Workflow.currentTimeMillis()).truncatedTo(ChronoUnit.SECONDS);
        return "**The signal `" + signal + "` of " + now + " had no effect:** " + reason + "\n\n";
    }

    // The last sentence of each text: what to send instead.
    private static String form(String signal, @Nullable String key) {
        boolean retries = signal.equals(ParkingSignals.RETRY);
        if (key == null) {
            return retries
                    ? "Send `retry` without an input to run every parked step again"
                    : "This would work: " + Quote.of("\"a duplicate\"");
        }
        String step = "{\"step\": " + TextNode.valueOf(key) + (retries ? "}" : ", \"reason\": \"a duplicate\"}");
        return "This would work: " + Quote.of(step);
    }

    private static String quote(String text) {
        return Quote.of(text, LONGEST_NAME);
    }
}
