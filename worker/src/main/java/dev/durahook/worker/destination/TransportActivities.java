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
import java.time.Duration;
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
        Span.current().setAttribute("durahook.destination", destination.name());
        long begin = System.nanoTime();
        byte[] bytes = BodyArgument.bytes(event, body, bodies);
        Duration reading = Duration.ofNanos(System.nanoTime() - begin);
        return destination.send(
                event, bytes, Attempt.of(Activity.getExecutionContext().getInfo(), reading));
    }
}
