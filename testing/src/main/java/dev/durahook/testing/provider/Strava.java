package dev.durahook.testing.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.time.Instant;

/** Signs nothing, but writes the number of the subscription into the event. */
final class Strava implements Signer {

    @Override
    public Request sign(Request request, String subscription, Instant now) {
        if (!subscription.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(
                    "the secret is the number of a subscription of Strava, and this is none");
        }
        ObjectNode event = JsonBody.read(request.body());
        event.put("subscription_id", new BigInteger(subscription));
        return request.carrying(event.toString());
    }

    @Override
    public String makeSecret() {
        return "1" + Nonce.digits().substring(0, 8);
    }
}
