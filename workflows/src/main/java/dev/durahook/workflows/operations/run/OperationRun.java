package dev.durahook.workflows.operations.run;

import dev.durahook.workflows.operations.EventPage;
import dev.durahook.workflows.operations.PageOutcome;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/**
 * A run of an operation: lists a page of events, acts on it, and shows how far it has got, until the last page. Only for
 * workflow code.
 */
final class OperationRun {

    // A page takes about five seconds, so that a cancelled operation stops soon. A page of a hundred events is 15 kB of
    // history.
    private static final int SECONDS = 5;
    private static final int LARGEST_PAGE = 100;

    // Each page adds twelve events to the history.
    private static final int MOST_PAGES = 100;

    private final @Nullable RawValue input;
    private OperationProgress progress;
    private int unknown;

    OperationRun(OperationProgress begin, @Nullable RawValue input) {
        this.progress = begin;
        this.input = input;
    }

    OperationResult toEnd() {
        try {
            pages();
        } catch (ActivityFailure | CanceledFailure failure) {
            throw CancellationScope.current().isCancelRequested() ? cancelled() : failure;
        }
        Workflow.setCurrentDetails(ProgressText.ended(progress));
        return OperationResult.of(progress);
    }

    private void pages() {
        for (int page = 0; !progress.isAtEnd(); page++) {
            Workflow.setCurrentDetails(ProgressText.underWay(progress));
            if (page == MOST_PAGES || Workflow.getInfo().isContinueAsNewSuggested()) {
                Workflow.continueAsNew(input, CarriedProgress.of(progress));
            }
            page();
        }
    }

    private void page() {
        EventPage page = Calls.asking().list(progress.order(), progress.next(), size());
        unknown = page.events().size();
        PageOutcome outcome = page.events().isEmpty()
                ? PageOutcome.NONE
                : Calls.acting(summary(page.events().size())).act(progress.order(), page.events());
        progress = progress.with(outcome, page.next());
        // An earlier attempt may have acted on events at which the last attempt has not arrived.
        unknown -= outcome.total();
        if (CancellationScope.current().isCancelRequested() && !(unknown == 0 && progress.isAtEnd())) {
            throw cancelled();
        }
    }

    private int size() {
        int rate = progress.order().request().rate();
        return progress.order().request().dryRun() ? LARGEST_PAGE : Math.min(rate * SECONDS, LARGEST_PAGE);
    }

    private String summary(int size) {
        int before = progress.outcome().total();
        return "Events " + (before + 1) + " to " + (before + size) + " of " + progress.found();
    }

    private CanceledFailure cancelled() {
        Workflow.setCurrentDetails(ProgressText.cancelled(progress, unknown));
        return new CanceledFailure(ProgressText.sentence(progress, unknown));
    }
}
