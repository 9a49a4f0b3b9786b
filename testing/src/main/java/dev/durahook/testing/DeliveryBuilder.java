package dev.durahook.testing;

import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.source.Scheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in the making. Whatever is not said has a value that the receiver accepts: a new id, the scheme's type or
 * {@code test}, and a small JSON body that holds both where the provider does.
 */
public final class DeliveryBuilder {

    private static final String LOCAL = "http://localhost:8000/webhooks/";

    private final String name;
    private final Scheme scheme;
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
        headers.put("Content-Type", "application/json");
    }

    /**
     * With this event id, where the provider puts it: in a header, or in the JSON body.
     *
     * @throws IllegalArgumentException if the provider gives its events no id
     */
    public DeliveryBuilder withId(String eventId) {
        if (Place.ofId(scheme).isNone()) {
            throw new IllegalArgumentException(
                    "this provider sends no id that counts: its events are told apart by their bytes");
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

    /** With this body, to the byte, unless an id or a type is given that has its place in it. */
    public DeliveryBuilder body(byte[] exactBytes) {
        this.body = exactBytes.clone();
        return this;
    }

    /** With this body, as UTF-8. */
    public DeliveryBuilder body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With a further header, or another value for one. The media type is {@code application/json} otherwise. */
    public DeliveryBuilder withHeader(String name, String value) {
        headers.put(name, value);
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
     *     a pair of your own, as PKCS#8 in PEM
     * @throws IllegalArgumentException if that can't be a secret of the scheme; the message does not quote it
     * @throws UnsupportedOperationException if the provider signs in a way that is not data; nothing is wrong with the
     *     secret then
     */
    public TestDelivery signedWith(String secret) {
        SignatureRule rule = scheme.signature();
        if (scheme.isUnsigned()) {
            throw new IllegalArgumentException("this scheme does not sign: build the delivery with unsigned()");
        }
        if (rule == null) {
            throw new UnsupportedOperationException("the test kit can't sign as " + scheme.provider()
                    + " does, which takes more than a row of schemes.yml says");
        }
        Unsigned unsigned = draft();
        Map<String, String> signed = copy(unsigned.headers());
        signed.putAll(new Signing(rule).headers(secret, unsigned, clock.instant()));
        return new TestDelivery(url, signed, unsigned.body());
    }

    /** Leaves it unsigned: a scheme without a signature accepts it, and every other answers 401. */
    public TestDelivery unsigned() {
        Unsigned unsigned = draft();
        return new TestDelivery(url, unsigned.headers(), unsigned.body());
    }

    private Unsigned draft() {
        Map<String, String> sent = copy(headers);
        EventBody event = body == null ? made() : EventBody.given(body);
        Place.ofId(scheme)
                .put(valueFor(Place.ofId(scheme), id, UUID.randomUUID().toString()), sent, event);
        Place.ofType(scheme).put(valueFor(Place.ofType(scheme), type, "test"), sent, event);
        return new Unsigned(publicUrl == null ? url : publicUrl, sent, event.bytes());
    }

    private EventBody made() {
        return Samples.of(name, type)
                .map(sample -> EventBody.unique(sample, scheme.events()))
                .orElseGet(() -> EventBody.made(scheme.events()));
    }

    // A body that was given says itself who the event is; only what is asked for is written into it.
    private @Nullable String valueFor(Place place, @Nullable String given, String otherwise) {
        boolean isSaid = given != null || place.isNone() || place.isOptional() || (body != null && place.isInBody());
        if (isSaid) {
            return given;
        }
        return place.isInBody() ? place.filledWith(otherwise) : otherwise;
    }

    private static Map<String, String> copy(Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return copy;
    }
}
