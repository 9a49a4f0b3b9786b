package dev.durahook.workflows.parking;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** What parking has to know of the namespace it runs in. */
@ActivityInterface
public interface ParkingActivities {

    /**
     * Whether the search attribute {@link EventStatus#KEY} is registered. Setting one that isn't would block the
     * workflow.
     */
    @ActivityMethod(name = "durahook.status-attribute")
    boolean statusAttributeRegistered();
}
