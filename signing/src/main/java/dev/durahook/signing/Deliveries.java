package dev.durahook.signing;

import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.signing.event.Samples;
import java.util.List;

/**
 * Creates deliveries of providers, as the command line and tests send them:
 *
 * <pre>{@code
 * ProviderDelivery delivery = Deliveries.of("stripe").withType("charge.failed").signedWith("whsec_test");
 * HttpResponse<String> answer = client.send(delivery.toRequest().build(), BodyHandlers.ofString());
 * }</pre>
 *
 * <p>Every scheme of the catalogue can be signed. The row of {@code schemes.yml} with which the receiver verifies a
 * delivery says what the provider signs, and where it puts the signature, the id and the type; other providers have a
 * class of their own in this module. The signature itself is computed here, independently of the
 * receiver's code.
 *
 * <p>Amazon SNS, PayPal and Plaid sign with keys that a receiver fetches from these providers. If a delivery for such
 * a provider is signed here, a receiver accepts the delivery only if the receiver fetches the keys from {@link
 * dev.durahook.signing.keys.ProviderKeys} instead.
 */
public final class Deliveries {

    private static final Schemes CATALOGUE = Schemes.load();

    private Deliveries() {}

    /**
     * A delivery of a provider.
     *
     * @param scheme a name of the catalogue, such as {@code github}
     * @throws IllegalArgumentException if no scheme has this name
     */
    public static DeliveryBuilder of(String scheme) {
        return new DeliveryBuilder(scheme, scheme(scheme));
    }

    /** A delivery of a sender with a scheme of your own. */
    public static DeliveryBuilder of(Scheme scheme) {
        return new DeliveryBuilder("custom", scheme);
    }

    /**
     * The event types of a provider for which there is an example of the body that the provider sends, such as {@code
     * charge.failed}. Events of other types have a minimal body, unless the test sets another body.
     *
     * @param scheme a name of the catalogue
     */
    public static List<String> examples(String scheme) {
        return Samples.types(scheme);
    }

    static Scheme scheme(String name) {
        return CATALOGUE
                .named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is not a known scheme; use one of " + String.join(", ", CATALOGUE.names())));
    }
}
