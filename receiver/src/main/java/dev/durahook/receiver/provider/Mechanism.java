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

/**
 * The verifiers for schemes that a signature rule can't describe. A row of {@code schemes.yml} refers to one by its
 * name.
 */
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
    BIRD(Traits.of(inputs -> MessageBird.ofUrl(inputs))
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
    MESSAGEBIRD(Traits.of(inputs -> MessageBird.ofQuery(inputs))
            .tolerating(Duration.ofMinutes(5))
            .sending(MessageBird.SIGNATURE, MessageBird.TIMESTAMP)
            .describing(MessageBird.described(MessageBird.QUERY))),
    MESSAGEBIRD_JWT(Traits.of(MessageBirdJwt::new)
            .tolerating(Duration.ofSeconds(30))
            .signingUrl()
            .sending(MessageBirdJwt.HEADER)
            .describing(delivery -> "a token that names the SHA-256 of <body> and that of " + delivery.url())),
    MS_GRAPH(Traits.of(MicrosoftGraph::new).signingOnly().describing(Description.fixed("<clientState>"))),
    // PayPal signs a checksum of the body, which does not protect the body, so no part of it counts as signed.
    PAYPAL(Traits.of(PayPal::new)
            .signingOnly()
            .tolerating(Duration.ofDays(3))
            .sending(PayPal.SIGNATURE, PayPal.ID, PayPal.TIME, PayPal.ADDRESS, PayPal.ALGORITHM)
            .describing(Description.fixed("<id>|<time>|<secret>|<CRC-32 of the body>"))),
    PLAID(Traits.of(inputs -> Plaid.at("production.plaid.com", inputs))
            .reading(PlaidKeys::credential)
            .tolerating(Duration.ofMinutes(5))
            .sending(Plaid.HEADER)
            .describing(Description.HASH_OF_BODY)),
    PLAID_SANDBOX(Traits.of(inputs -> Plaid.at("sandbox.plaid.com", inputs))
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

    // Immutable: a record of functions and immutable collections.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Traits traits;

    Mechanism(Traits traits) {
        this.traits = traits;
    }

    /** Creates the verifier of a source. */
    public Verifier verifier(VerifierInputs inputs) {
        return Verifier.of(traits.check().apply(inputs));
    }

    /**
     * Reads a configured secret, or whatever else identifies the sender, such as an ARN.
     *
     * @throws dev.durahook.receiver.signature.InvalidRuleException if the text is not valid; the message does not quote
     *     it
     */
    public Secret secret(String text) {
        return traits.secret().apply(text);
    }

    /** How old a delivery may be by default; {@code null} if nothing tells its age. */
    public @Nullable Duration tolerance() {
        return traits.tolerance();
    }

    /** Whether the URL is signed. */
    public boolean signsUrl() {
        return traits.signsUrl();
    }

    /**
     * Whether the values at these pointers are signed.
     *
     * @param pointers JSON pointers into the body; if empty, the whole body must be signed
     */
    public boolean signsAll(List<String> pointers) {
        Set<String> only = traits.only();
        return only == null || (!pointers.isEmpty() && only.containsAll(pointers));
    }

    /** Whether every header that identifies an event is signed. */
    public boolean signsHeaders() {
        return traits.signsHeaders();
    }

    /**
     * Describes the signed content of a delivery. The body and the secret appear only by name.
     *
     * @throws NotVerifiedException if the delivery does not have the provider's form
     */
    public String described(Delivery delivery) throws NotVerifiedException {
        return traits.description().of(delivery);
    }

    /** Whether the keys are fetched from the provider. */
    public boolean fetchesKeys() {
        return this == AWS_SNS || this == PAYPAL || this == PLAID || this == PLAID_SANDBOX;
    }

    /** Whether deliveries contain the secret itself and so must not be printed. */
    public boolean showsSecret() {
        return this == CLOUDEVENTS || this == MS_GRAPH;
    }

    /** Whether the sender can't be verified, so that a proxy in front of the receiver must authenticate it. */
    public boolean needsGuard() {
        return this == SALESFORCE || this == STRAVA;
    }

    /** The headers that carry the signature and its parameters. */
    public List<String> headers() {
        return traits.headers();
    }

    private static Traits vonage(VonageMethod method) {
        return Traits.of(inputs -> new VonageSig(method, inputs))
                .tolerating(Duration.ofMinutes(5))
                .describing(VonageSig::described);
    }
}
