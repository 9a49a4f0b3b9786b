package dev.durahook.workflows.registration;

import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.routing.InvalidRoutesException;
import io.temporal.common.metadata.POJOActivityImplMetadata;
import io.temporal.common.metadata.POJOActivityMethodMetadata;
import java.util.Collection;

/**
 * Checks that no activity of an application has the name of one of its handlers. A handler runs as the activity of its
 * name, so Temporal would run one of the two in place of the other, and take its result for the other's result.
 */
public final class ActivityNames {

    private ActivityNames() {}

    /**
     * Compares the names of handlers and activities.
     *
     * @param activities the application's own activities on the task queues of events
     * @throws InvalidRoutesException if an activity has the name of a handler; the message names both, and the remedy
     */
    public static void check(
            Collection<POJOActivityImplMetadata> activities, Collection<? extends EventHandler> handlers) {
        for (EventHandler handler : handlers) {
            activities.stream()
                    .flatMap(activity -> activity.getActivityMethods().stream())
                    .filter(method -> method.getActivityTypeName().equals(handler.name()))
                    .findFirst()
                    .ifPresent(method -> refuse(handler, method));
        }
    }

    private static void refuse(EventHandler handler, POJOActivityMethodMetadata activity) {
        throw new InvalidRoutesException(
                "handler " + handler.name() + " (" + handler.getClass().getName() + ")",
                "the activity %s.%s has the same name, so one of them would run in place of the other; give the activity"
                                .formatted(
                                        activity.getMethod().getDeclaringClass().getName(),
                                        activity.getMethod().getName())
                        + " another name in @ActivityMethod");
    }
}
