package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.secret.RevealedSecret;
import dev.durahook.receiver.signing.SigningMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source with its secrets, used to explain why a delivery was refused. Not used to receive deliveries.
 *
 * @param source the source as it verifies deliveries
 * @param signing how the source's scheme signs
 * @param publicUrl the configured public URL, for schemes that sign it
 * @param secrets the source's secrets, in the order of their positions
 */
public record RevealedSource(
        Source source, SigningMethod signing, @Nullable String publicUrl, List<RevealedSecret> secrets) {

    public RevealedSource {
        secrets = List.copyOf(secrets);
    }

    /**
     * The delivery as the source verifies it: with the configured URL, and unwrapped from a form that is not signed.
     */
    public Delivery seen(Delivery delivery) {
        Delivery signed = signing.signed(delivery);
        return publicUrl == null ? signed : signing.at(signed, publicUrl);
    }
}
