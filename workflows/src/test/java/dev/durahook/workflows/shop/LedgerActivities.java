package dev.durahook.workflows.shop;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The activity of {@link PaymentFailedWorkflow}, which has an effect. */
@ActivityInterface
public interface LedgerActivities {

    @ActivityMethod(name = "book")
    String book(String eventId);
}
