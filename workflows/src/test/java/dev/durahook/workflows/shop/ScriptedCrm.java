package dev.durahook.workflows.shop;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.DestinationReceipt;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.atomic.AtomicInteger;

/** A destination that answers as a test wants, and counts. */
public final class ScriptedCrm implements DestinationActivities {

    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean down;

    /** Makes every further delivery fail, or none. */
    public void down(boolean down) {
        this.down = down;
    }

    /** How often it was delivered to. */
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
