package dev.durahook.workflows.shop;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.DestinationReceipt;
import io.temporal.activity.Activity;
import io.temporal.common.Priority;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A destination whose answers a test sets, and which counts its calls. */
public final class ScriptedCrm implements DestinationActivities {

    private final AtomicInteger calls = new AtomicInteger();
    private final List<Priority> priorities = new CopyOnWriteArrayList<>();
    private volatile boolean down;
    private volatile boolean open;

    /** Makes all further calls fail, or succeed again. */
    public void down(boolean down) {
        this.down = down;
    }

    /** Leaves all further calls without an answer, until they are completed by hand. */
    public void leaveOpen() {
        open = true;
    }

    /** How often events were sent to the destination. */
    public int calls() {
        return calls.get();
    }

    /** The priority of each call. */
    public List<Priority> priorities() {
        return List.copyOf(priorities);
    }

    @Override
    public DestinationReceipt deliver(String destination, WebhookEvent event, RawValue body) {
        calls.incrementAndGet();
        priorities.add(Activity.getExecutionContext().getInfo().getPriority());
        if (open) {
            Activity.getExecutionContext().doNotCompleteOnReturn();
        }
        if (down) {
            throw ApplicationFailure.newFailure("crm answered 503", "DestinationUnavailable");
        }
        return new DestinationReceipt(200, null, "crm answered 200");
    }
}
