package dev.durahook.signing.rule;

import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import dev.durahook.signing.signer.SortedForm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/**
 * Signs the event inside a form, for a provider that signs the event and not the form in which it sends the event. Any
 * other body is signed as it is.
 *
 * @param field the only field of the form
 * @param signer signs the event
 */
public record FormSigner(String field, Signer signer) implements Signer {

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        return SortedForm.hasOnly(field, request.body())
                ? signedInside(request, secret, now)
                : signer.sign(request, secret, now);
    }

    private ProviderRequest signedInside(ProviderRequest request, String secret, Instant now) {
        String form = new String(request.body(), StandardCharsets.UTF_8);
        String event =
                Objects.requireNonNull(SortedForm.of(form).fields().get(field)).get(0);
        ProviderRequest signed = signer.sign(request.carrying(event), secret, now);
        String sent = new String(signed.body(), StandardCharsets.UTF_8);
        return signed.carrying(sent.equals(event) ? form : SortedForm.field(field, sent));
    }
}
