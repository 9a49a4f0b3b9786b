package dev.durahook.signing.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.durahook.signing.signer.JsonBody;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.time.Instant;

/** Writes the secret itself into each notification. */
final class MicrosoftGraphSigner implements Signer {

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        ObjectNode body = JsonBody.read(request.body());
        JsonBody.events(body, "value").forEach(notification -> notification.put("clientState", secret));
        return request.carrying(body.toString());
    }
}
