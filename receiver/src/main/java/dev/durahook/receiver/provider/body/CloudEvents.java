package dev.durahook.receiver.provider.body;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * Verifies CloudEvents over HTTP with the bearer token that its <a
 * href="https://github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md">specification for webhooks</a>
 * requires.
 *
 * <p>If the media type is one of CloudEvents, an event's attributes are in the body, otherwise in headers. If they are
 * in the body, {@code ce-} headers are removed: otherwise an event could have two different identities, and all events
 * of a batch the same.
 *
 * @param secrets the tokens
 */
record CloudEvents(Secrets secrets) implements Check {

    static final String HEADER = "Authorization";

    private static final String SCHEME = "Bearer";
    private static final String MEDIA_TYPE = "application/cloudevents";
    private static final String ATTRIBUTE = "ce-";

    CloudEvents(VerifierInputs inputs) {
        this(inputs.secrets());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        // Servers decode headers as ISO 8859-1, so encoding them the same way gives the bytes that were sent.
        byte[] sent = HeaderElements.credentials(delivery.headers(), SCHEME).getBytes(StandardCharsets.ISO_8859_1);
        if (delivery.body().length == 0 && !canBeEmpty(delivery.headers())) {
            throw Rejections.emptyBody();
        }
        return secrets.matching(token -> MessageDigest.isEqual(sent, token.bytes()));
    }

    @Override
    public Verified verified(Delivery delivery) throws NotVerifiedException {
        int secret = secretOf(delivery);
        return isInBody(delivery.headers())
                ? new Verified(secret, delivery.with(delivery.headers().without(name -> name.startsWith(ATTRIBUTE))))
                : new Verified(secret);
    }

    // An event with its attributes in headers may have no data.
    private static boolean canBeEmpty(Headers headers) {
        return !isInBody(headers) && !headers.all("ce-id").isEmpty();
    }

    private static boolean isInBody(Headers headers) {
        return headers.all("Content-Type").stream()
                .anyMatch(type -> type.toLowerCase(Locale.ROOT).startsWith(MEDIA_TYPE));
    }
}
