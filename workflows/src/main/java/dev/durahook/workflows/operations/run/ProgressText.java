package dev.durahook.workflows.operations.run;

import dev.durahook.workflows.operations.OperationRequest;
import dev.durahook.workflows.operations.PageOutcome;
import dev.durahook.workflows.text.Quote;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** Writes what the Web UI shows of an operation, in Markdown. Temporal holds no more than 20 kB of it. */
final class ProgressText {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_TEXT = 300;
    private static final int MOST_SHOWN = 10;

    private ProgressText() {}

    static String underWay(OperationProgress progress) {
        return "**In progress: " + progress.outcome().total() + " of " + progress.found() + " events.**\n\n"
                + items(progress)
                + "\n*Request Cancellation* stops the operation after the event that is under way.\n";
    }

    static String ended(OperationProgress progress) {
        return "**" + sentence(progress) + "**\n\n" + items(progress);
    }

    /**
     * The text that says on how many events a cancelled operation has decided.
     *
     * @param unknown how many events of the last page may have been decided on as well
     */
    static String cancelled(OperationProgress progress, int unknown) {
        boolean isUnknown = isUnknown(progress, unknown);
        return "**Cancelled after " + (isUnknown ? "at least " : "")
                + progress.outcome().total() + " of " + progress.found() + " events.** "
                + (isUnknown ? unknown(progress, unknown) : "The other events are as they were.") + "\n\n"
                + items(progress);
    }

    private static String unknown(OperationProgress progress, int unknown) {
        return "Up to " + events(unknown) + " more, of the page that was under way, may have been "
                + progress.order().request().operation().done()
                + ": the history of such an event names this operation. All other events are as they were.";
    }

    // A dry run changes nothing.
    private static boolean isUnknown(OperationProgress progress, int unknown) {
        return unknown > 0 && !progress.order().request().dryRun();
    }

    static String refused(String problem) {
        return "**Nothing was done.** " + Quote.of(problem) + "\n";
    }

    /** The result at the end, in a sentence. */
    static String sentence(OperationProgress progress) {
        return sentence(progress, 0);
    }

    /** The result so far, in a sentence, if {@code unknown} more events may have been decided on. */
    static String sentence(OperationProgress progress, int unknown) {
        OperationRequest request = progress.order().request();
        int done = progress.outcome().done();
        return request.dryRun()
                ? "Dry run: " + events(done) + " would be "
                        + request.operation().done() + ". Nothing was changed."
                : (isUnknown(progress, unknown) ? "At least " : "") + events(done) + (done == 1 ? " was " : " were ")
                        + request.operation().done() + ".";
    }

    private static String events(int number) {
        return number + (number == 1 ? " event" : " events");
    }

    private static String items(OperationProgress progress) {
        OperationRequest request = progress.order().request();
        PageOutcome outcome = progress.outcome();
        return "- Operation: " + Quote.of(request.operation().type()) + (request.dryRun() ? ", a dry run" : "") + "\n"
                + "- Selected: " + Quote.of(request.selected(), 2 * LONGEST_TEXT) + "\n"
                + (request.step() == null ? "" : "- Step: " + Quote.of(request.step(), LONGEST_ID) + "\n")
                + "- Started by: " + Quote.of(progress.order().startedBy(), LONGEST_TEXT) + " at "
                + progress.order().at().truncatedTo(ChronoUnit.SECONDS) + "\n"
                + (request.reason() == null ? "" : "- Reason: " + Quote.of(request.reason()) + "\n")
                + "- Rate: " + request.rate() + " a second\n"
                + "- " + capital(verb(request)) + ": " + outcome.done() + examples(request, outcome) + "\n"
                + "- Left alone: " + outcome.skippedTotal() + "\n" + skipped(outcome)
                + "- Failed: " + outcome.failed() + "\n" + failures(outcome);
    }

    private static String verb(OperationRequest request) {
        return request.dryRun()
                ? "would be " + request.operation().done()
                : request.operation().done();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String examples(OperationRequest request, PageOutcome outcome) {
        return request.dryRun() && !outcome.examples().isEmpty()
                ? outcome.examples().stream()
                        .map(id -> Quote.of(id, LONGEST_ID))
                        .collect(Collectors.joining(", ", ", such as ", ""))
                : "";
    }

    private static String skipped(PageOutcome outcome) {
        return outcome.skippedInOrder().stream()
                .map(entry -> "    - " + entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String failures(PageOutcome outcome) {
        return outcome.failures().stream()
                .limit(MOST_SHOWN)
                .map(event -> "    - " + Quote.of(event.id(), LONGEST_ID) + ": "
                        + Quote.of(event.reason(), LONGEST_TEXT) + "\n")
                .collect(Collectors.joining());
    }
}
