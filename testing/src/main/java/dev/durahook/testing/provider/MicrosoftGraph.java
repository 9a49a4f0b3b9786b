package dev.durahook.testing.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Writes the secret itself into each notification. */
final class MicrosoftGraph implements Signer {

    @Override
    public Request sign(Request request, String secret, Instant now) {
        ObjectNode body = JsonBody.read(request.body());
        JsonBody.events(body, "value").forEach(notification -> notification.put("clientState", secret));
        return request.carrying(body.toString());
    }
}
