package dev.durahook.signing.provider;

import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.time.Instant;
import java.util.Locale;

/**
 * Sends a bearer token. The attributes of an event are in headers, unless the media type says that they are in the
 * body.
 */
final class CloudEventsSigner implements Signer {

    private static final String IN_BODY = "application/cloudevents";

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        ProviderRequest shown = request.with("Authorization", "Bearer " + secret);
        String type =
                request.headers().getOrDefault(ProviderRequest.MEDIA_TYPE, "").toLowerCase(Locale.ROOT);
        return type.startsWith(IN_BODY) ? shown : shown.with("ce-specversion", "1.0");
    }
}
