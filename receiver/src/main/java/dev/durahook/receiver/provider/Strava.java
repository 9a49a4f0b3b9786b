package dev.durahook.receiver.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.Check;
import dev.durahook.receiver.signature.NotVerifiedException;
import dev.durahook.receiver.signature.Secrets;

/**
 * Strava signs nothing. The subscription is compared, whose number is short and no secret: what verifies the sender is in
 * front of us.
 *
 * @param secrets the ids of subscriptions
 */
record Strava(Secrets secrets) implements Check {

    Strava(Parts parts) {
        this(parts.secrets());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        JsonNode subscription = Json.of(delivery.body()).path("subscription_id");
        if (!subscription.isIntegralNumber()) {
            throw Texts.missing("number 'subscription_id' in the body");
        }
        return secrets.matching(one -> Texts.same(subscription.asText(), one.bytes()));
    }
}
