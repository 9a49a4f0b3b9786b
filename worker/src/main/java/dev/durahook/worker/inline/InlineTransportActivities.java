package dev.durahook.worker.inline;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.DestinationReceipt;
import dev.durahook.workflows.destination.InlineDestinationActivities;
import io.temporal.common.converter.RawValue;
import org.jspecify.annotations.Nullable;

/** Sends events inside workflow tasks as the destinations' own workers do. */
record InlineTransportActivities(DestinationActivities destinations) implements InlineDestinationActivities {

    @Override
    public DestinationReceipt deliver(String destination, WebhookEvent event, @Nullable RawValue body) {
        return destinations.deliver(destination, event, body);
    }
}
