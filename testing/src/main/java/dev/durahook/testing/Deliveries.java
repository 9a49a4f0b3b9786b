package dev.durahook.testing;

import dev.durahook.receiver.source.Scheme;
import dev.durahook.receiver.source.Schemes;
import java.util.List;

/**
 * Where a test begins:
 *
 * <pre>{@code
 * TestDelivery delivery = Deliveries.of("stripe").withType("charge.failed").signedWith("whsec_test");
 * HttpResponse<String> answer = client.send(delivery.toRequest().build(), BodyHandlers.ofString());
 * }</pre>
 *
 * <p>Every scheme of the catalogue can be signed. What a provider signs, and where it puts signature, id and type, is read
 * from the row of {@code schemes.yml} by which the receiver verifies it, or is a class of its own in the package {@code
 * provider}. The signature itself is computed here, by another way than the receiver's.
 *
 * <p>Amazon SNS, PayPal and Plaid sign with keys that a receiver fetches from them. What is signed here for them, a
 * receiver accepts only if it fetches from {@link dev.durahook.testing.provider.ProviderKeys} instead.
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

    /** A delivery of a sender whose scheme is your own. */
    public static DeliveryBuilder of(Scheme scheme) {
        return new DeliveryBuilder("hmac", scheme);
    }

    /**
     * The types of a provider for which there is a body as the provider sends it, such as {@code charge.failed}. Events of
     * other types have a minimal body, unless they are given another.
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
                        "no scheme is named '" + name + "'; known are " + String.join(", ", CATALOGUE.names())));
    }
}
