package dev.durahook.worker.destination.activity;

import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationFailure;
import dev.durahook.workflows.destination.DestinationReceipt;
import dev.durahook.workflows.routing.PlannedActivity;
import java.util.Optional;

/**
 * Names the activity for the plans of events. This worker can't run the activity, so an event that was sent here is
 * parked: its plan was made while the destination had another kind, or a workflow has called the destination.
 */
record ActivityTransport(String name, PlannedActivity scheduled) implements Transport {

    @Override
    public Optional<PlannedActivity> activity() {
        return Optional.of(scheduled);
    }

    @Override
    public DestinationReceipt send(WebhookEvent event, byte[] body, Attempt attempt) throws DestinationException {
        throw wrongKind();
    }

    @Override
    public void check(WebhookEvent event, byte[] body) throws DestinationException {
        throw wrongKind();
    }

    private DestinationException wrongKind() {
        return new DestinationException(
                DestinationFailure.WRONG_KIND,
                name + " is an activity on the task queue " + scheduled.taskQueue()
                        + " now. Reset the event to its first workflow task, so that it is planned again; a workflow of your"
                        + " own must call the activity " + scheduled.type() + " directly");
    }

    @Override
    public String summary() {
        return "activity " + scheduled.type() + " on task queue " + scheduled.taskQueue();
    }
}
