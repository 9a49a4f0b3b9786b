package dev.durahook.workflows.handling;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.BodyArgument;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.policy.AttemptPolicy;
import dev.durahook.workflows.reading.ReadFailure;
import dev.durahook.workflows.reading.UnreadableBodyException;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs each handler as the activity of its name. */
public final class HandlerActivity implements DynamicActivity {

    private final Map<String, EventHandler> handlers;
    private final BodySource bodies;

    /** Registers handlers, whose names must differ. */
    public HandlerActivity(Collection<? extends EventHandler> handlers, BodySource bodies) {
        this.handlers = handlers.stream().collect(Collectors.toMap(EventHandler::name, Function.identity()));
        this.bodies = bodies;
    }

    @Override
    public @Nullable Object execute(EncodedValues arguments) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        EventHandler handler = handler(context.getInfo().getActivityType());
        EventAttempt attempt = attempt(arguments, handler, context);
        AttemptDeadline deadline = AttemptDeadline.in(AttemptPolicy.startToCloseTimeout(context.getInfo()));
        try {
            String result = handler.handle(attempt);
            return result == null ? null : ShortText.of(result);
        } catch (UnreadableBodyException e) {
            throw unreadable(e);
        } catch (Exception e) {
            throw Activity.wrap(e);
        } finally {
            deadline.end();
        }
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
                    "This worker has no handler or activity named '" + name + "': deploy a worker that has it",
                    "UnknownHandler");
        }
        return handler;
    }

    private EventAttempt attempt(EncodedValues arguments, EventHandler handler, ActivityExecutionContext context) {
        ActivityInfo info = context.getInfo();
        return new EventAttempt(
                arguments.get(0, WebhookEvent.class),
                BodyArgument.bytes(arguments.get(1, RawValue.class), bodies),
                info.getAttempt(),
                handler.name(),
                context::heartbeat);
    }
}
