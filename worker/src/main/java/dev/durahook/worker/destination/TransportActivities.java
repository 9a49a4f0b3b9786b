package dev.durahook.worker.destination;

import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.BodyArgument;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.DestinationReceipt;
import io.opentelemetry.api.trace.Span;
import io.temporal.activity.Activity;
import io.temporal.common.converter.RawValue;
import org.jspecify.annotations.Nullable;

/** Sends events to the declared destinations. */
final class TransportActivities implements DestinationActivities {

    private final Destinations destinations;
    private final BodySource bodies;

    TransportActivities(Destinations destinations, BodySource bodies) {
        this.destinations = destinations;
        this.bodies = bodies;
    }

    @Override
    public DestinationReceipt deliver(String name, WebhookEvent event, @Nullable RawValue body) {
        Destination destination = destinations.find(name).orElseThrow(() -> DestinationFailures.unknown(name));
        Attempt attempt = Attempt.of(Activity.getExecutionContext().getInfo());
        Span.current().setAttribute("durahook.destination", destination.name());
        return destination.send(event, BodyArgument.bytes(event, body, bodies), attempt);
    }
}
