package dev.durahook.signing.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.durahook.signing.signer.JsonBody;
import dev.durahook.signing.signer.Nonce;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.math.BigInteger;
import java.time.Instant;

/** Signs nothing, but writes the number of the subscription into the event. */
final class StravaSigner implements Signer {

    @Override
    public ProviderRequest sign(ProviderRequest request, String subscription, Instant now) {
        if (!subscription.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("the secret must be the number of a subscription of Strava");
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
