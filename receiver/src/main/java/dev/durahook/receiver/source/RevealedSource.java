package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.Mechanism;
import dev.durahook.receiver.signature.SignatureRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source with its rule and secrets, used to explain why a delivery was refused. Not used to receive deliveries.
 *
 * @param source the source as it verifies deliveries
 * @param rule the scheme's signature rule, if it has one
 * @param mechanism the scheme's verifier class, if it has one
 * @param form how the sender wraps an event in a form
 * @param publicUrl the configured public URL, for schemes that sign it
 * @param secrets the source's secrets, in the order of their positions
 */
public record RevealedSource(
        Source source,
        @Nullable SignatureRule rule,
        @Nullable Mechanism mechanism,
        @Nullable FormRule form,
        @Nullable String publicUrl,
        List<RevealedSecret> secrets) {

    public RevealedSource {
        secrets = List.copyOf(secrets);
    }

    /**
     * The delivery as the source verifies it: with the configured URL, and unwrapped from a form that is not signed.
     */
    public Delivery seen(Delivery delivery) {
        Delivery signed = form == null ? delivery : form.signedOf(delivery);
        if (publicUrl == null) {
            return signed;
        }
        return mechanism == null ? signed.at(publicUrl) : PublicUrl.withItsQuery(signed, publicUrl);
    }
}
