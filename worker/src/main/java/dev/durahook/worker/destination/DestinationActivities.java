package dev.durahook.worker.destination;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.BodyArgument;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.delivery.DeliveryActivities;
import dev.durahook.workflows.delivery.DeliveryReceipt;
import io.temporal.activity.Activity;
import io.temporal.common.converter.RawValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes each delivery to its destination's {@link HttpTransport}. */
final class DestinationActivities implements DeliveryActivities {

    private final Map<String, HttpTransport> deliveries;
    private final BodySource bodies;

    DestinationActivities(Map<String, HttpTransport> deliveries, BodySource bodies) {
        this.deliveries = Map.copyOf(deliveries);
        this.bodies = bodies;
    }

    @Override
    public DeliveryReceipt deliver(String destination, WebhookEvent event, @Nullable RawValue body) {
        HttpTransport delivery = deliveries.get(destination);
        if (delivery == null) {
            throw HttpFailures.unknown(destination);
        }
        Attempt attempt = Attempt.of(Activity.getExecutionContext().getInfo());
        return delivery.deliver(event, BodyArgument.bytes(body, bodies), attempt);
    }
}
