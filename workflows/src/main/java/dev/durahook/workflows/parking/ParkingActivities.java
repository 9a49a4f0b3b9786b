package dev.durahook.workflows.parking;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Tells parking about the namespace in which the workflow runs. */
@ActivityInterface
public interface ParkingActivities {

    /**
     * Whether the search attribute {@link EventStatus#KEY} is registered. Setting an attribute that is not registered
     * would block the workflow.
     */
    @ActivityMethod(name = "durahook.status-attribute")
    boolean statusAttributeRegistered();
}
