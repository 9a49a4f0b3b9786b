package dev.durahook.receiver.provider;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.KeyForm;
import dev.durahook.receiver.signature.NotVerifiedException;
import dev.durahook.receiver.signature.Secret;
import dev.durahook.receiver.signature.Verifier;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways of signing that are of one provider, by the name that a row of {@code schemes.yml} gives as its verifier. */
public enum Mechanism {
    ADYEN(Traits.of(Adyen::new)
            .keyed(KeyForm.HEX)
            .signingOnly(
                    "/NotificationRequestItem/pspReference",
                    "/NotificationRequestItem/eventCode",
                    "/NotificationRequestItem/success")
            .describing(Adyen::described)),
    AWS_SNS(Traits.of(AwsSns::new)
            .tolerating(Duration.ofMinutes(65))
            .signingOnly("/Message", "/MessageId", "/Subject", "/Timestamp", "/TopicArn", "/Type")
            .describing(delivery -> SnsText.of(Json.of(delivery.body())))),
    BIRD(Traits.of(parts -> MessageBird.ofUrl(parts))
            .tolerating(Duration.ofMinutes(5))
            .signingUrl()
            .sending(MessageBird.SIGNATURE, MessageBird.TIMESTAMP)
            .describing(MessageBird.described(MessageBird.URL))),
    BRAINTREE(Traits.of(Braintree::new).reading(Braintree::secret).describing(Description.fixed("<bt_payload>"))),
    CLOUDEVENTS(Traits.of(CloudEvents::new)
            .signingOnly()
            .sending(CloudEvents.HEADER)
            .describing(Description.fixed("<token>"))),
    CONTENTFUL(Traits.of(Contentful::new)
            .tolerating(Duration.ofMinutes(5))
            .signingUrl()
            .sending(Contentful.SIGNATURE, Contentful.SIGNED_HEADERS, Contentful.TIMESTAMP)
            .describing(Contentful::described)),
    LARK(Traits.of(Lark::new)
            .tolerating(Duration.ofMinutes(5))
            .sending(Lark.SIGNATURE, Lark.TIMESTAMP, Lark.NONCE)
            .describing(Lark::described)),
    MAILGUN(Traits.of(Mailgun::new)
            .tolerating(Duration.ofHours(9))
            .signingOnly("/signature/token")
            .describing(Mailgun::described)),
    MESSAGEBIRD(Traits.of(parts -> MessageBird.ofQuery(parts))
            .tolerating(Duration.ofMinutes(5))
            .sending(MessageBird.SIGNATURE, MessageBird.TIMESTAMP)
            .describing(MessageBird.described(MessageBird.QUERY))),
    MESSAGEBIRD_JWT(Traits.of(MessageBirdJwt::new)
            .tolerating(Duration.ofSeconds(30))
            .signingUrl()
            .sending(MessageBirdJwt.HEADER)
            .describing(delivery -> "a token that names the SHA-256 of <body> and that of " + delivery.url())),
    MS_GRAPH(Traits.of(MicrosoftGraph::new).signingOnly().describing(Description.fixed("<clientState>"))),
    // A checksum is no signature of what it is computed of.
    PAYPAL(Traits.of(PayPal::new)
            .signingOnly()
            .tolerating(Duration.ofDays(3))
            .sending(PayPal.SIGNATURE, PayPal.ID, PayPal.TIME, PayPal.ADDRESS, PayPal.ALGORITHM)
            .describing(Description.fixed("<id>|<time>|<secret>|<CRC-32 of the body>"))),
    PLAID(Traits.of(parts -> Plaid.at("production.plaid.com", parts))
            .reading(PlaidKeys::credential)
            .tolerating(Duration.ofMinutes(5))
            .sending(Plaid.HEADER)
            .describing(Description.HASH_OF_BODY)),
    PLAID_SANDBOX(Traits.of(parts -> Plaid.at("sandbox.plaid.com", parts))
            .reading(PlaidKeys::credential)
            .tolerating(Duration.ofMinutes(5))
            .sending(Plaid.HEADER)
            .describing(Description.HASH_OF_BODY)),
    PLIVO_V2(Traits.of(PlivoV2::new)
            .signingUrl()
            .signingOnly()
            .sending(PlivoV2.HEADER, PlivoV2.NONCE)
            .describing(((Description) PlivoV2::described).and(PlivoV2.NONCE))),
    PLIVO_V3(Traits.of(PlivoV3::new)
            .signingUrl()
            .sending(PlivoV3.HEADER, PlivoV3.NONCE)
            .describing(((Description) PlivoV3::described).and(PlivoV3.NONCE))),
    SALESFORCE(Traits.of(Salesforce::new).signingOnly().describing(Description.fixed("<OrganizationId>"))),
    STRAVA(Traits.of(Strava::new).signingOnly().describing(Description.fixed("<subscription_id>"))),
    TWILIO(Traits.of(Twilio::new)
            .signingUrl()
            .sending(Twilio.HEADER, Twilio.SETTINGS)
            .describing(Twilio::described)),
    VONAGE(Traits.of(Vonage::new)
            .tolerating(Duration.ofMinutes(5))
            .sending(Vonage.HEADER)
            .describing(Description.HASH_OF_BODY)),
    VONAGE_SIG_HMAC_MD5(vonage(VonageMethod.HMAC_MD5)),
    VONAGE_SIG_HMAC_SHA1(vonage(VonageMethod.HMAC_SHA1)),
    VONAGE_SIG_HMAC_SHA256(vonage(VonageMethod.HMAC_SHA256)),
    VONAGE_SIG_HMAC_SHA512(vonage(VonageMethod.HMAC_SHA512)),
    VONAGE_SIG_MD5(vonage(VonageMethod.MD5));

    // A record of functions and of what no collection lets change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Traits traits;

    Mechanism(Traits traits) {
        this.traits = traits;
    }

    /** The verifier of a source. */
    public Verifier verifier(Parts parts) {
        return Verifier.of(traits.check().apply(parts));
    }

    /**
     * What a text of the configuration stands for: a secret, or what the provider is known by.
     *
     * @throws dev.durahook.receiver.signature.InvalidRuleException if it stands for nothing; the message does not quote it
     */
    public Secret secret(String text) {
        return traits.secret().apply(text);
    }

    /** How old a delivery may be, unless the source says otherwise; {@code null} where nothing tells how old it is. */
    public @Nullable Duration tolerance() {
        return traits.tolerance();
    }

    /** Whether the URL that the sender sends to is part of what is signed. */
    public boolean signsUrl() {
        return traits.signsUrl();
    }

    /** Whether the body, or at least the values at these pointers, are part of what is signed. */
    public boolean signsAll(List<String> pointers) {
        Set<String> only = traits.only();
        return only == null || (!pointers.isEmpty() && only.containsAll(pointers));
    }

    /** Whether every header of an event that decides who the event is was signed. */
    public boolean signsHeaders() {
        return traits.signsHeaders();
    }

    /**
     * What the signature of a delivery is computed over; body and secret by their names alone.
     *
     * @throws NotVerifiedException if the delivery is not of the form that the provider gives it
     */
    public String described(Delivery delivery) throws NotVerifiedException {
        return traits.description().of(delivery);
    }

    /** Whether what verifies a delivery has to be fetched from the provider. */
    public boolean fetchesKeys() {
        return this == AWS_SNS || this == PAYPAL || this == PLAID || this == PLAID_SANDBOX;
    }

    /** Whether a delivery shows the secret itself, so that no delivery may be printed. */
    public boolean showsSecret() {
        return this == CLOUDEVENTS || this == MS_GRAPH;
    }

    /** Whether it verifies nobody, so that something before us has to. */
    public boolean needsGuard() {
        return this == SALESFORCE || this == STRAVA;
    }

    /** The headers that carry the signature and what belongs to it. */
    public List<String> headers() {
        return traits.headers();
    }

    private static Traits vonage(VonageMethod method) {
        return Traits.of(parts -> new VonageSig(method, parts))
                .tolerating(Duration.ofMinutes(5))
                .describing(VonageSig::described);
    }
}
