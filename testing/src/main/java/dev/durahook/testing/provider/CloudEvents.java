package dev.durahook.testing.provider;

import java.time.Instant;
import java.util.Locale;

/**
 * Sends a bearer token. The attributes of an event are in headers, unless the media type says that they are in the
 * body.
 */
final class CloudEvents implements Signer {

    private static final String IN_BODY = "application/cloudevents";

    @Override
    public Request sign(Request request, String secret, Instant now) {
        Request shown = request.with("Authorization", "Bearer " + secret);
        String type = request.headers().getOrDefault(Request.MEDIA_TYPE, "").toLowerCase(Locale.ROOT);
        return type.startsWith(IN_BODY) ? shown : shown.with("ce-specversion", "1.0");
    }
}
