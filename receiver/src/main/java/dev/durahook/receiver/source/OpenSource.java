package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.Mechanism;
import dev.durahook.receiver.signature.SignatureRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source with its rule and its secrets, for whoever has to say why it refused a delivery. Never on the way in.
 *
 * @param source the source as it verifies deliveries
 * @param rule how its scheme signs, where it is declared by a rule
 * @param mechanism how its scheme signs, where that is of one provider
 * @param form how its sender packs an event into a form
 * @param publicUrl the URL that was entered at the sender, for schemes that sign it
 * @param secrets its secrets, in the order of their places
 */
public record OpenSource(
        Source source,
        @Nullable SignatureRule rule,
        @Nullable Mechanism mechanism,
        @Nullable FormRule form,
        @Nullable String publicUrl,
        List<OpenSecret> secrets) {

    public OpenSource {
        secrets = List.copyOf(secrets);
    }

    /** The delivery as the source verifies it: at the URL that was declared, and without a form that is not signed. */
    public Delivery seen(Delivery delivery) {
        Delivery signed = form == null ? delivery : form.signedOf(delivery);
        if (publicUrl == null) {
            return signed;
        }
        return mechanism == null ? signed.at(publicUrl) : PublicUrl.withItsQuery(signed, publicUrl);
    }
}
