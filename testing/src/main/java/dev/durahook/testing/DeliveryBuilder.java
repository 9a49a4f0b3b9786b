package dev.durahook.testing;

import dev.durahook.receiver.source.Scheme;
import dev.durahook.testing.provider.ProviderKeys;
import dev.durahook.testing.provider.Request;
import dev.durahook.testing.provider.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in the making. Whatever is not said has a value that the receiver accepts: a new id, the scheme's type or
 * {@code test}, and a body. That is one as the provider sends it if the type has an {@link Deliveries#examples example}, and
 * otherwise a minimal one, which holds id and type where the provider has them in the body.
 */
public final class DeliveryBuilder {

    private static final String LOCAL = "http://localhost:8000/webhooks/";

    private final String name;
    private Scheme scheme;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String url;
    private @Nullable String publicUrl;
    private @Nullable String id;
    private @Nullable String type;
    private byte @Nullable [] body;
    private InstantSource clock = InstantSource.system();

    DeliveryBuilder(String name, Scheme scheme) {
        this.name = name;
        this.scheme = scheme;
        this.url = LOCAL + name;
    }

    /**
     * With this event id, where the provider puts it: in a header, or in the JSON body.
     *
     * @throws IllegalArgumentException if the provider gives its events no id
     */
    public DeliveryBuilder withId(String eventId) {
        if (Place.ofId(scheme).isNone()) {
            throw new IllegalArgumentException(
                    scheme.id() == null
                            ? "the scheme fits any sender: write the id where the source's own id is, with withHeader or body"
                            : "this provider sends no id: its events are told apart by their bytes or deliveries");
        }
        this.id = eventId;
        return this;
    }

    /**
     * With this event type, where the provider puts it: in a header, or in the JSON body.
     *
     * @throws IllegalArgumentException if all events of the provider have the same type
     */
    public DeliveryBuilder withType(String eventType) {
        if (Place.ofType(scheme).isNone()) {
            throw new IllegalArgumentException("this provider sends no type: its events all have the same");
        }
        this.type = eventType;
        return this;
    }

    /**
     * With this body, to the byte, unless an id or a type is given that has its place in it. Where the provider encrypts
     * or packs its events (Lark, Braintree, Salesforce), this is the event that its handlers read; where it signs inside
     * the body (Adyen, Amazon SNS, Mailgun, Microsoft Graph, Vonage SMS), the signature is written into it, and where it
     * signs the moment of sending in the body (Linear), that moment is.
     */
    public DeliveryBuilder body(byte[] exactBytes) {
        this.body = exactBytes.clone();
        return this;
    }

    /** With this body, as UTF-8. */
    public DeliveryBuilder body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * With a further header, or another value for one. The media type is what the provider sends otherwise: mostly
     * {@code application/json}.
     */
    public DeliveryBuilder withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /**
     * With headers whose names begin so, of a provider that has several names for one header: {@code Shopify-} for Events of
     * Shopify, {@code webhook-} for what Svix sends without its own name.
     *
     * @throws IllegalArgumentException if no header that the provider signs with begins so
     */
    public DeliveryBuilder withHeadersOf(String beginning) {
        this.scheme = new HeaderForm(beginning).of(scheme);
        return this;
    }

    /** To this URL, instead of the source of the scheme's name on {@code localhost:8000}. */
    public DeliveryBuilder to(String otherUrl) {
        this.url = otherUrl;
        return this;
    }

    /** As if the provider had been told this URL: some sign it. Otherwise, it is the one that is sent to. */
    public DeliveryBuilder publicUrl(String urlAtTheProvider) {
        this.publicUrl = urlAtTheProvider;
        return this;
    }

    /** Signed at this clock's time. Otherwise, it is now. */
    public DeliveryBuilder at(InstantSource otherClock) {
        this.clock = otherClock;
        return this;
    }

    /** Signed at this moment. */
    public DeliveryBuilder at(Instant moment) {
        return at(InstantSource.fixed(moment));
    }

    /**
     * Signs it.
     *
     * @param secret the secret as the provider's dashboard shows it; where the provider signs with a private key, that of
     *     a pair of your own, as PKCS#8 in PEM. A {@link TestSecret} has both halves of one
     * @throws IllegalArgumentException if that can't be a secret of the scheme; the message does not quote it
     * @throws UnsupportedOperationException if the receiver fetches the provider's key from the provider, who alone has it
     */
    public TestDelivery signedWith(String secret) {
        return signedBy(Signers.of(scheme), secret);
    }

    /**
     * Signs it as Amazon SNS, PayPal or Plaid would with these keys. A receiver accepts it only if it fetches them from
     * {@link ProviderKeys#outside()} instead of the provider: one that runs as in production never does.
     *
     * @param secret what the receiver declares as its secret: a topic, the id of a webhook, a credential
     * @param keys the keys; without use where the receiver fetches none
     */
    public TestDelivery signedWith(String secret, ProviderKeys keys) {
        return signedBy(Signers.of(scheme, () -> keys), secret);
    }

    /** Whether only {@link #signedWith(String, ProviderKeys)} can sign it, because the receiver fetches the key. */
    public boolean needsProviderKeys() {
        return Signers.of(scheme).needsProviderKeys();
    }

    /** Leaves it unsigned: a scheme without a signature accepts it, and every other answers 401. */
    public TestDelivery unsigned() {
        return new TestDelivery(draft(Signers.of(scheme)));
    }

    private TestDelivery signedBy(Signer signer, String secret) {
        if (scheme.isUnsigned()) {
            throw new IllegalArgumentException("this scheme does not sign: build the delivery with unsigned()");
        }
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the secret is empty");
        }
        return new TestDelivery(signer.sign(draft(signer), secret, clock.instant()));
    }

    private Request draft(Signer signer) {
        Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.put("Content-Type", signer.mediaType());
        sent.putAll(headers);
        EventBody event = body == null ? made(signer) : EventBody.given(body);
        put(Place.ofId(scheme), id, unique(), sent, event);
        Place.headersOfFurtherIds(scheme).forEach(header -> sent.putIfAbsent(header, unique()));
        put(Place.ofType(scheme), type, "test", sent, event);
        nameByItsBytes(sent, event);
        return new Request(url, publicUrl == null ? url : publicUrl, sent, event.bytes());
    }

    private EventBody made(Signer signer) {
        return Samples.of(name, type, unique(), clock.instant())
                .map(EventBody::given)
                .or(() -> signer.event(unique()).map(text -> EventBody.given(text.getBytes(StandardCharsets.UTF_8))))
                .orElseGet(() -> EventBody.made(scheme.events()));
    }

    // Without it, each delivery would be an event, as none of the provider's is.
    private void nameByItsBytes(Map<String, String> sent, EventBody event) {
        Place place = Place.ofWhatNamesTheBody(scheme);
        boolean isGiven = place.isInBody()
                ? body != null || !event.isJson()
                : headers.keySet().containsAll(place.names());
        if (!place.isNone() && !isGiven) {
            place.put(place.filled(event, unique()), sent, event);
        }
    }

    // A body that was given says itself who the event is; only what is asked for is written into it.
    private void put(Place place, @Nullable String given, String otherwise, Map<String, String> sent, EventBody event) {
        boolean isSaid = given != null || place.isNone() || place.isOptional() || (body != null && place.isInBody());
        place.put(isSaid ? given : place.filled(event, otherwise), sent, event);
    }

    // Letters and digits only, which every provider's ids could be.
    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
