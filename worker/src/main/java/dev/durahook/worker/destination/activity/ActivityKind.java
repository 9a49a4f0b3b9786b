package dev.durahook.worker.destination.activity;

import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.workflows.routing.PlannedActivity;
import org.jspecify.annotations.Nullable;

/** The kind of destination that is an activity on workers of the application's own. */
public final class ActivityKind implements DestinationKind<ActivityDestinationProperties> {

    @Override
    public String name() {
        return "activity";
    }

    @Override
    public Class<ActivityDestinationProperties> properties() {
        return ActivityDestinationProperties.class;
    }

    @Override
    public boolean isLimited() {
        return false;
    }

    @Override
    public Transport open(DeclaredDestination<ActivityDestinationProperties> declared) {
        ActivityDestinationProperties properties = declared.properties();
        declared.requireTaskQueue(properties.taskQueue(), "take a step of an operator's decision");
        return new ActivityTransport(
                declared.name(),
                new PlannedActivity(
                        given(
                                declared,
                                "activity",
                                properties.activity(),
                                "the activity type that the worker registers"),
                        given(declared, "task-queue", properties.taskQueue(), "the task queue of the worker")));
    }

    private static String given(DeclaredDestination<?> declared, String key, @Nullable String value, String meaning) {
        if (value == null || value.isBlank()) {
            throw declared.invalid(key, "must be given: " + meaning);
        }
        declared.requireTrimmed(key, value);
        return value;
    }
}
