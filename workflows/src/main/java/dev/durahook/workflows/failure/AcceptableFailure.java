package dev.durahook.workflows.failure;

import dev.durahook.workflows.attempt.FailedAttempt;
import dev.durahook.workflows.text.Excerpt;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.EncodedValues;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.context.ActivitySerializationContext;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a failure that is small enough to be sent to Temporal. Temporal accepts 2 MB, including details and all causes.
 * But a message may hold a whole page, a cause may be its own cause, and any method of an exception may throw.
 *
 * @see <a href="https://github.com/temporalio/features/issues/624">Temporal's issue about messages that are too large</a>
 */
final class AcceptableFailure {

    private static final int DETAILS_LIMIT = 100_000;
    private static final int MOST_CAUSES = 9;
    private static final Duration SHORTEST_DELAY = Duration.ofMillis(1);

    private final ActivityExecutionContext context;
    private final HiddenText hidden;

    AcceptableFailure(ActivityExecutionContext context, HiddenText hidden) {
        this.context = context;
        this.hidden = hidden;
    }

    ApplicationFailure of(Throwable thrown) {
        return of(thrown, MOST_CAUSES);
    }

    private ApplicationFailure of(Throwable thrown, int causes) {
        try {
            ApplicationFailure told =
                    builder(thrown).setCause(cause(thrown.getCause(), causes)).build();
            told.setStackTrace(AuthorsFrames.of(thrown.getStackTrace()));
            return told;
        } catch (RuntimeException | Error e) {
            return ApplicationFailure.newFailure(
                    "this failure can't be read: " + e.getClass().getName(),
                    thrown.getClass().getName());
        }
    }

    private @Nullable ApplicationFailure cause(@Nullable Throwable cause, int causes) {
        return cause == null || causes == 0 ? null : of(cause, causes - 1);
    }

    private ApplicationFailure.Builder builder(Throwable thrown) {
        if (!(thrown instanceof ApplicationFailure application)) {
            return ApplicationFailure.newBuilder()
                    .setMessage(shortened(thrown.getMessage()))
                    .setType(thrown.getClass().getName());
        }
        String message = shortened(application.getOriginalMessage());
        ApplicationFailure.Builder builder = ApplicationFailure.newBuilder(application)
                .setType(shortened(application.getType()))
                .setNextRetryDelay(positive(application.getNextRetryDelay()));
        try {
            return builder.setMessage(message).setDetails(details(application));
        } catch (RuntimeException e) {
            return builder.setMessage(message + " (its details are left out: " + shortened(e.getMessage()) + ")")
                    .setDetails();
        }
    }

    // The server makes no further attempt if the delay is zero.
    private static @Nullable Duration positive(@Nullable Duration delay) {
        return delay == null || delay.compareTo(SHORTEST_DELAY) >= 0 ? delay : SHORTEST_DELAY;
    }

    private EncodedValues details(ApplicationFailure failure) {
        // A failure that was built without details throws if it is asked for their size.
        EncodedValues details = (EncodedValues) failure.getDetails();
        details.setDataConverter(converter());
        Optional<Payloads> written = details.toPayloads();
        Optional<Payloads> payloads = written.or(this::attempt);
        int size = payloads.map(Payloads::getSerializedSize).orElse(0);
        if (size > DETAILS_LIMIT) {
            throw new IllegalArgumentException(size + " bytes are too many");
        }
        if (written.filter(this::showsHiddenValue).isPresent()) {
            throw new IllegalArgumentException("they contain a value that must be hidden");
        }
        return new EncodedValues(payloads, converter());
    }

    // The details are searched as they were before the codec encrypted them. Users of the Web UI have the key.
    private boolean showsHiddenValue(Payloads details) {
        return !hidden.isEmpty()
                && IntStream.range(0, details.getPayloadsCount())
                        .mapToObj(
                                i -> converter().fromPayloads(i, Optional.of(details), RawValue.class, RawValue.class))
                        .map(detail -> detail.getPayload().getData().toStringUtf8())
                        .anyMatch(hidden::finds);
    }

    private DataConverter converter() {
        return context.getWorkflowClient()
                .getOptions()
                .getDataConverter()
                .withContext(new ActivitySerializationContext(context.getInfo()));
    }

    // The workflow that parks the event reads from this detail how many attempts there were.
    private Optional<Payloads> attempt() {
        return converter().toPayloads(new FailedAttempt(context.getInfo().getAttempt()));
    }

    // The text is redacted before it is cut, because a value that was cut in the middle would not be found.
    private String shortened(@Nullable String text) {
        return text == null ? "" : hidden.excerpt(text, Excerpt.LIMIT);
    }
}
