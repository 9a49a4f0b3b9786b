package dev.durahook.workflows.shop;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.delivery.DeliveryActivities;
import dev.durahook.workflows.delivery.DeliveryReceipt;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.atomic.AtomicInteger;

/** A destination that answers as a test wants, and counts. */
public final class ScriptedCrm implements DeliveryActivities {

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
    public DeliveryReceipt deliver(String destination, WebhookEvent event, RawValue body) {
        calls.incrementAndGet();
        if (down) {
            throw ApplicationFailure.newFailure("crm answered 503", "DestinationUnavailable");
        }
        return new DeliveryReceipt(200, null, "crm answered 200");
    }
}
