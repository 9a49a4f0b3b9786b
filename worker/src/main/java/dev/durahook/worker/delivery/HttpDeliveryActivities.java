package dev.durahook.worker.delivery;

import com.google.protobuf.ByteString;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.delivery.DeliveryActivities;
import dev.durahook.workflows.delivery.DeliveryReceipt;
import io.temporal.activity.Activity;
import io.temporal.common.converter.RawValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands each delivery to its destination. */
final class HttpDeliveryActivities implements DeliveryActivities {

    private static final ByteString NULL = ByteString.copyFromUtf8("binary/null");

    private final Map<String, HttpDelivery> deliveries;
    private final BodySource bodies;

    HttpDeliveryActivities(Map<String, HttpDelivery> deliveries, BodySource bodies) {
        this.deliveries = Map.copyOf(deliveries);
        this.bodies = bodies;
    }

    @Override
    public DeliveryReceipt deliver(String destination, WebhookEvent event, @Nullable RawValue body) {
        HttpDelivery delivery = deliveries.get(destination);
        if (delivery == null) {
            throw DeliveryFailures.unknown(destination);
        }
        Attempt attempt = Attempt.of(Activity.getExecutionContext().getInfo());
        return delivery.deliver(event, bytes(body), attempt);
    }

    // On its way through Temporal a null becomes a payload that says so, and RawValue takes any payload.
    private byte[] bytes(@Nullable RawValue body) {
        return body == null || NULL.equals(body.getPayload().getMetadataMap().get("encoding"))
                ? bodies.current()
                : EventBody.bytes(body);
    }
}
