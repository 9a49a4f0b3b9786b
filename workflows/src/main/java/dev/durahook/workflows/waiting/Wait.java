package dev.durahook.workflows.waiting;

import dev.durahook.workflows.details.TimelineTimer;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A wait that the author of a workflow expects, such as one of three days for a payment. While it lasts, the event has
 * {@code DurahookStatus} = {@code waiting}, the event's page says what it waits for, and no alert reports it as stuck.
 *
 * <pre>{@code
 * if (!Wait.until("the payment of order 17", Duration.ofDays(3), () -> paid)) {
 *     remind(order);
 * }
 * }</pre>
 *
 * <p>Only for workflow code.
 */
public final class Wait {

    private final String title;
    private final Instant since;
    private final @Nullable Instant until;

    private Wait(String title, @Nullable Duration longest) {
        this.title = title;
        this.since = Instant.ofEpochMilli(Workflow.currentTimeMillis());
        this.until = longest == null ? null : since.plus(longest);
    }

    /**
     * Waits for a condition, as {@link Workflow#await(Duration, Supplier)} does.
     *
     * @param title the thing for which the workflow waits, such as {@code the payment of order 17}; no personal data,
     *     since the Web UI shows the title
     * @param longest the longest time to wait
     * @param condition must have no effects, because it is evaluated often
     * @return whether the condition holds; false if the time ran out before it held
     * @throws io.temporal.failure.CanceledFailure if the workflow is cancelled
     */
    public static boolean until(String title, Duration longest, Supplier<Boolean> condition) {
        if (condition.get() || longest.isZero() || longest.isNegative()) {
            return condition.get();
        }
        return new Wait(title, longest).during(() -> {
            await(title, longest, condition);
            return condition.get();
        });
    }

    /**
     * Waits for a condition, as {@link Workflow#await(Supplier)} does, for as long as it takes.
     *
     * @param title as in {@link #until(String, Duration, Supplier)}
     * @param condition must have no effects, because it is evaluated often
     * @throws io.temporal.failure.CanceledFailure if the workflow is cancelled
     */
    public static void until(String title, Supplier<Boolean> condition) {
        if (!condition.get()) {
            on(title, () -> {
                Workflow.await(condition);
                return true;
            });
        }
    }

    /**
     * Lets time pass, as {@link Workflow#sleep(Duration)} does.
     *
     * @param title as in {@link #until(String, Duration, Supplier)}
     * @throws io.temporal.failure.CanceledFailure if the workflow is cancelled
     */
    public static void sleep(String title, Duration duration) {
        until(title, duration, () -> false);
    }

    /**
     * Waits in any other way, such as for a child workflow: {@code Wait.on("the approval of order 17", approval::get)}.
     *
     * @param title as in {@link #until(String, Duration, Supplier)}
     * @param waiting the call that waits
     * @return the result of that call
     */
    public static <R extends @Nullable Object> R on(String title, Supplier<R> waiting) {
        return new Wait(title, null).during(waiting);
    }

    // An Error does not end the wait: if the worker evicts a workflow from its cache, an Error ends the workflow's
    // threads, but the workflow still waits.
    private <R extends @Nullable Object> R during(Supplier<R> waiting) {
        Waits.ofWorkflow().begin(this);
        R result;
        try {
            result = waiting.get();
        } catch (RuntimeException failure) {
            end();
            throw failure;
        }
        end();
        return result;
    }

    private static void await(String title, Duration longest, Supplier<Boolean> condition) {
        TimelineTimer timer = TimelineTimer.start(longest, "WAITING", title, "");
        Workflow.await(() -> condition.get() || timer.ended().isCompleted());
        timer.cancel();
    }

    String title() {
        return title;
    }

    Instant since() {
        return since;
    }

    /** When the wait ends at the latest; null if there is no limit. */
    @Nullable
    Instant until() {
        return until;
    }

    /** Ends the wait, even if the workflow is cancelled. */
    void end() {
        Workflow.newDetachedCancellationScope(() -> Waits.ofWorkflow().end(this))
                .run();
    }
}
