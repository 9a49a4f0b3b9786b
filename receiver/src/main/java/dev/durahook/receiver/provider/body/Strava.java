package dev.durahook.receiver.provider.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.provider.content.SignedJson;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verifier.VerifierInputs;

/**
 * Checks Strava's events, which are not signed. Only the subscription's ID is compared, which is short and not secret,
 * so a proxy in front of the receiver has to authenticate the sender.
 *
 * @param secrets the IDs of the subscriptions
 */
record Strava(Secrets secrets) implements Check {

    Strava(VerifierInputs inputs) {
        this(inputs.secrets());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        JsonNode subscription = SignedJson.of(delivery.body()).path("subscription_id");
        if (!subscription.isIntegralNumber()) {
            throw Rejections.missing("number 'subscription_id' in the body");
        }
        return secrets.matching(one -> Hashes.same(subscription.asText(), one.bytes()));
    }
}
