package dev.durahook.workflows.handling;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.BodyArgument;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.policy.AttemptPolicy;
import dev.durahook.workflows.reading.ReadFailure;
import dev.durahook.workflows.reading.UnreadableBodyException;
import dev.durahook.workflows.text.ShortText;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs each handler as the activity of its name. */
public final class HandlerActivity implements DynamicActivity {

    /** The type of the failure if the worker has no handler of the name. */
    private static final String UNKNOWN_HANDLER = "UnknownHandler";

    private final Map<String, EventHandler> handlers;
    private final BodySource bodies;

    /** Registers handlers, whose names must differ. */
    public HandlerActivity(Collection<? extends EventHandler> handlers, BodySource bodies) {
        this.handlers = handlers.stream().collect(Collectors.toMap(EventHandler::name, Function.identity()));
        this.bodies = bodies;
    }

    // An activity that no worker has comes here as well, and its arguments may be of any type.
    @Override
    public @Nullable Object execute(EncodedValues arguments) {
        EventHandler handler = handler(Activity.getExecutionContext().getInfo().getActivityType());
        return handle(handler, arguments.get(0, WebhookEvent.class), arguments.get(1, RawValue.class));
    }

    /**
     * Makes one attempt of a handler. Only for activities.
     *
     * @param name the handler's name
     * @param event the event
     * @param body the event's body; null if it is too large for an argument
     */
    public @Nullable String handle(String name, WebhookEvent event, @Nullable RawValue body) {
        return handle(handler(name), event, body);
    }

    private @Nullable String handle(EventHandler handler, WebhookEvent event, @Nullable RawValue body) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        AttemptDeadline deadline = AttemptDeadline.in(AttemptPolicy.startToCloseTimeout(context.getInfo()));
        try {
            EventAttempt attempt = new EventAttempt(
                    event,
                    BodyArgument.bytes(event, body, bodies),
                    context.getInfo().getAttempt(),
                    handler.name(),
                    context::heartbeat);
            String result = handler.handle(attempt);
            return result == null ? null : ShortText.of(result);
        } catch (Exception e) {
            throw failure(thrown(e));
        } finally {
            deadline.end();
        }
    }

    // The JDK wraps what a task on another thread has thrown. The failure says whether and when to try again.
    private static Throwable thrown(Exception e) {
        Throwable cause = e.getCause();
        boolean isOfTask = e instanceof ExecutionException || e instanceof CompletionException;
        return isOfTask && (cause instanceof ApplicationFailure || cause instanceof UnreadableBodyException)
                ? cause
                : e;
    }

    private static RuntimeException failure(Throwable e) {
        return e instanceof UnreadableBodyException body ? unreadable(body) : Activity.wrap(e);
    }

    private static ApplicationFailure unreadable(UnreadableBodyException e) {
        ApplicationFailure failure = ApplicationFailure.newNonRetryableFailure(e.getMessage(), ReadFailure.TYPE);
        failure.setStackTrace(e.getStackTrace());
        return failure;
    }

    // The failure is retryable: while workers are replaced, another worker may have the handler that this one lacks.
    private EventHandler handler(String name) {
        EventHandler handler = handlers.get(name);
        if (handler == null) {
            throw ApplicationFailure.newFailure(
                    "This worker has no handler or activity named '" + name
                            + "': deploy a worker that has it. Its class"
                            + " needs @Component, and an activity's class @ActivityImpl as well; a test gives it to"
                            + " TestWorker.of",
                    UNKNOWN_HANDLER);
        }
        return handler;
    }
}
