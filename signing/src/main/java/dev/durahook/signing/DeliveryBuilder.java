package dev.durahook.signing;

import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.signing.FormRule;
import dev.durahook.signing.event.DraftBody;
import dev.durahook.signing.event.EventField;
import dev.durahook.signing.event.Samples;
import dev.durahook.signing.keys.ProviderKeys;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import dev.durahook.signing.signer.SortedForm;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Builds a signed delivery. Everything that is not set has a value that the receiver accepts: a new id, the scheme's
 * type or {@code test}, and a body. If the type has an {@link Deliveries#examples example}, the body is this example;
 * otherwise it is a minimal body, which contains the id and the type if the provider writes them into the body.
 */
public final class DeliveryBuilder {

    private static final String LOCAL = "http://localhost:8000/webhooks/";
    private static final String NO_URL = "the URL must begin with http:// or https:// and have a host, but is ";

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
     * Sets the event id, where the provider puts it: in a header, or in the JSON body.
     *
     * @throws IllegalArgumentException if the events of the provider have no id
     */
    public DeliveryBuilder withId(String eventId) {
        if (EventField.ofId(scheme).isNone()) {
            throw new IllegalArgumentException(
                    scheme.id() == null
                            ? "the scheme fits any sender: write the id where the source's own id is, with withHeader or body"
                            : "this provider sends no id: leave it out");
        }
        this.id = eventId;
        return this;
    }

    /**
     * Sets the event type, where the provider puts it: in a header, or in the JSON body.
     *
     * @throws IllegalArgumentException if all events of the provider have the same type
     */
    public DeliveryBuilder withType(String eventType) {
        if (EventField.ofType(scheme).isNone()) {
            throw new IllegalArgumentException(
                    "this provider sends no type: leave it out, because all of its events have the same type");
        }
        this.type = eventType;
        return this;
    }

    /**
     * Sets the exact body. The body is changed only if an id or a type is set that the provider writes into the body.
     * If the provider encrypts or packs its events (Lark, Braintree, Salesforce), the body is the event that its
     * handlers read. If the provider signs inside the body (Adyen, Amazon SNS, Mailgun, Microsoft Graph, Vonage SMS),
     * the signature is written into the body; if the provider signs the time of sending in the body (Linear),
     * that time is written into the body. If the provider can wrap the JSON in a form (GitHub, Gitea, Gogs, Slack), the
     * body may be this form, and is signed as the provider signs it.
     */
    public DeliveryBuilder body(byte[] exactBytes) {
        this.body = exactBytes.clone();
        return this;
    }

    /** Sets the body, encoded in UTF-8. */
    public DeliveryBuilder body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds a header, or replaces the value of a header. If no media type is set, it is the one that the provider sends
     * with such a body: mostly {@code application/json}.
     */
    public DeliveryBuilder withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /**
     * Uses the header names with this beginning, for a provider that has several names for one header: {@code Shopify-}
     * for Events of Shopify, {@code webhook-} for headers that Svix sends without its own name.
     *
     * @throws IllegalArgumentException if no header of the provider's signature has a name with this beginning
     */
    public DeliveryBuilder withHeadersOf(String beginning) {
        this.scheme = new HeaderForm(beginning).of(scheme);
        return this;
    }

    /**
     * Sends the delivery to this URL, instead of the source of the scheme's name on {@code localhost:8000}.
     *
     * @throws IllegalArgumentException if it is not a URL that begins with http:// or https:// and has a host
     */
    public DeliveryBuilder to(String otherUrl) {
        this.url = checked(otherUrl);
        return this;
    }

    /**
     * Sets the URL that was entered at the provider, which some providers sign. By default, it is the URL to which the
     * delivery is sent.
     */
    public DeliveryBuilder publicUrl(String urlAtTheProvider) {
        this.publicUrl = urlAtTheProvider;
        return this;
    }

    /** Signs at the time of this clock. By default, the delivery is signed at the current time. */
    public DeliveryBuilder at(InstantSource otherClock) {
        this.clock = otherClock;
        return this;
    }

    /** Signs at this moment. */
    public DeliveryBuilder at(Instant moment) {
        return at(InstantSource.fixed(moment));
    }

    /**
     * Signs the delivery.
     *
     * @param secret the secret as the provider's dashboard shows it; if the provider signs with a private key, the
     *     private key of a pair of your own, as PKCS#8 in PEM. A {@link SecretPair} contains both keys of a pair
     * @throws IllegalArgumentException if the text can't be a secret of the scheme; the message does not quote it
     * @throws UnsupportedOperationException if the receiver fetches the provider's key from the provider, and only the
     *     provider has the private key
     */
    public ProviderDelivery signedWith(String secret) {
        return signedBy(SchemeSigners.of(scheme), secret);
    }

    /**
     * Signs the delivery with these keys, as Amazon SNS, PayPal or Plaid would. A receiver accepts the delivery only if
     * it fetches the keys from {@link ProviderKeys#outside()} instead of the provider. A receiver that runs as in
     * production never does that.
     *
     * @param secret the secret that the receiver declares: a topic, the id of a webhook, a credential
     * @param keys the keys; ignored if the receiver fetches no keys
     */
    public ProviderDelivery signedWith(String secret, ProviderKeys keys) {
        return signedBy(SchemeSigners.of(scheme, () -> keys), secret);
    }

    /**
     * Whether only {@link #signedWith(String, ProviderKeys)} can sign the delivery, because the receiver fetches the
     * key.
     */
    public boolean needsProviderKeys() {
        return SchemeSigners.of(scheme).needsProviderKeys();
    }

    /** Leaves the delivery unsigned: a scheme without a signature accepts it, and every other scheme answers 401. */
    public ProviderDelivery unsigned() {
        return new ProviderDelivery(draft(SchemeSigners.of(scheme)));
    }

    private static String checked(String url) {
        try {
            URI parsed = new URI(url);
            boolean isHttp =
                    "http".equalsIgnoreCase(parsed.getScheme()) || "https".equalsIgnoreCase(parsed.getScheme());
            if (isHttp && parsed.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(NO_URL + url, e);
        }
        throw new IllegalArgumentException(NO_URL + url);
    }

    private ProviderDelivery signedBy(Signer signer, String secret) {
        if (scheme.signing().isUnsigned()) {
            throw new IllegalArgumentException("this scheme does not sign: build the delivery with unsigned()");
        }
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the secret is empty");
        }
        return new ProviderDelivery(signer.sign(draft(signer), secret, clock.instant()));
    }

    private ProviderRequest draft(Signer signer) {
        Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.put(ProviderRequest.MEDIA_TYPE, isForm() ? ProviderRequest.FORM : signer.mediaType());
        sent.putAll(headers);
        DraftBody event = body == null ? made(signer) : DraftBody.given(body);
        put(EventField.ofId(scheme), id, unique(), sent, event);
        EventField.headersOfFurtherIds(scheme).forEach(header -> sent.putIfAbsent(header, unique()));
        put(EventField.ofType(scheme), type, "test", sent, event);
        makeBytesUnique(sent, event);
        return new ProviderRequest(url, publicUrl == null ? url : publicUrl, sent, event.bytes());
    }

    private boolean isForm() {
        FormRule form = scheme.form();
        return form != null && body != null && SortedForm.hasOnly(Objects.requireNonNull(form.field()), body);
    }

    private DraftBody made(Signer signer) {
        return Samples.of(name, type, unique(), clock.instant())
                .map(DraftBody::given)
                .or(() -> signer.event(unique()).map(text -> DraftBody.given(text.getBytes(StandardCharsets.UTF_8))))
                .orElseGet(() -> DraftBody.made(scheme.events()));
    }

    // Writes the value that makes the bytes of each event different. A delivery of the provider always has this value.
    // Without the value, the receiver would take a repeated delivery for a new event.
    private void makeBytesUnique(Map<String, String> sent, DraftBody event) {
        EventField place = EventField.ofNamedBy(scheme);
        boolean isGiven = place.isInBody()
                ? body != null || !event.isJson()
                : headers.keySet().containsAll(place.names());
        if (!place.isNone() && !isGiven) {
            place.put(place.filled(event, unique()), sent, event);
        }
    }

    // A body that the test has set contains its own id and type; only an id or a type that the test asks for is written
    // into it.
    private void put(
            EventField place, @Nullable String given, String otherwise, Map<String, String> sent, DraftBody event) {
        boolean isSaid = given != null || place.isNone() || place.isOptional() || (body != null && place.isInBody());
        place.put(isSaid ? given : place.filled(event, otherwise), sent, event);
    }

    // Letters and digits only, because the ids of every provider may consist of these.
    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
