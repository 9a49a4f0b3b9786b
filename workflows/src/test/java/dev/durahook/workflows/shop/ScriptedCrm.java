package dev.durahook.workflows.shop;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.DestinationReceipt;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.atomic.AtomicInteger;

/** A destination whose answers a test sets, and which counts its calls. */
public final class ScriptedCrm implements DestinationActivities {

    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean down;

    /** Makes all further calls fail, or succeed again. */
    public void down(boolean down) {
        this.down = down;
    }

    /** How often events were sent to the destination. */
    public int calls() {
        return calls.get();
    }

    @Override
    public DestinationReceipt deliver(String destination, WebhookEvent event, RawValue body) {
        calls.incrementAndGet();
        if (down) {
            throw ApplicationFailure.newFailure("crm answered 503", "DestinationUnavailable");
        }
        return new DestinationReceipt(200, null, "crm answered 200");
    }
}
