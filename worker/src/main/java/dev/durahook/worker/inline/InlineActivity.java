package dev.durahook.worker.inline;

import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.InlineDestinationActivities;
import dev.durahook.workflows.routing.PlannedStep;
import org.jspecify.annotations.Nullable;

/**
 * An activity whose first attempt may be made inside a workflow task.
 *
 * @param kind what the activity is
 * @param type the activity's type
 * @param destination the name of the destination to which the activity sends the event; null for every other activity
 */
record InlineActivity(Kind kind, String type, @Nullable String destination) {

    /** The kinds of activities. */
    enum Kind {
        /** Sends the event to a destination. */
        DESTINATION,
        /** Runs a handler. */
        HANDLER,
        /** An activity of an author's own, or a handler that an author's workflow calls. */
        OWN
    }

    static InlineActivity of(PlannedStep step) {
        return switch (step.kind()) {
            case HANDLER -> new InlineActivity(Kind.HANDLER, step.name(), null);
            case DELIVERY -> to(step.name());
        };
    }

    /** The activity that is called with these arguments. */
    static InlineActivity of(String type, Object[] arguments) {
        return type.equals(InlineDestinationActivities.DELIVER)
                ? to((String) arguments[0])
                : new InlineActivity(Kind.OWN, type, null);
    }

    private static InlineActivity to(String destination) {
        return new InlineActivity(Kind.DESTINATION, DestinationActivities.DELIVER, destination);
    }
}
