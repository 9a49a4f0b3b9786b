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
    ADYEN(MechanismProperties.of(Adyen::new)
            .keyed(KeyForm.HEX)
            .signingOnly(
                    "/NotificationRequestItem/pspReference",
                    "/NotificationRequestItem/eventCode",
                    "/NotificationRequestItem/success")
            .describing(Adyen::described)),
    AWS_SNS(MechanismProperties.of(AwsSns::new)
            .tolerating(Duration.ofMinutes(65))
            .signingOnly("/Message", "/MessageId", "/Subject", "/Timestamp", "/TopicArn", "/Type")
            .describing(delivery -> SnsText.of(SignedJson.of(delivery.body())))),
    BIRD(MechanismProperties.of(inputs -> MessageBird.ofUrl(inputs))
            .tolerating(Duration.ofMinutes(5))
            .signingUrl()
            .sending(MessageBird.SIGNATURE, MessageBird.TIMESTAMP)
            .describing(MessageBird.described(MessageBird.URL))),
    BRAINTREE(MechanismProperties.of(Braintree::new)
            .reading(Braintree::secret)
            .describing(Description.fixed("<bt_payload>"))),
    CLOUDEVENTS(MechanismProperties.of(CloudEvents::new)
            .signingOnly()
            .sending(CloudEvents.HEADER)
            .describing(Description.fixed("<token>"))),
    CONTENTFUL(MechanismProperties.of(Contentful::new)
            .tolerating(Duration.ofMinutes(5))
            .signingUrl()
            .sending(Contentful.SIGNATURE, Contentful.SIGNED_HEADERS, Contentful.TIMESTAMP)
            .describing(Contentful::described)),
    LARK(MechanismProperties.of(Lark::new)
            .tolerating(Duration.ofMinutes(5))
            .sending(Lark.SIGNATURE, Lark.TIMESTAMP, Lark.NONCE)
            .describing(Lark::described)),
    MAILGUN(MechanismProperties.of(Mailgun::new)
            .tolerating(Duration.ofHours(9))
            .signingOnly("/signature/token")
            .describing(Mailgun::described)),
    MESSAGEBIRD(MechanismProperties.of(inputs -> MessageBird.ofQuery(inputs))
            .tolerating(Duration.ofMinutes(5))
            .sending(MessageBird.SIGNATURE, MessageBird.TIMESTAMP)
            .describing(MessageBird.described(MessageBird.QUERY))),
    MESSAGEBIRD_JWT(MechanismProperties.of(MessageBirdJwt::new)
            .tolerating(Duration.ofSeconds(30))
            .signingUrl()
            .sending(MessageBirdJwt.HEADER)
            .describing(delivery -> "a token that names the SHA-256 of <body> and that of " + delivery.url())),
    MS_GRAPH(MechanismProperties.of(MicrosoftGraph::new).signingOnly().describing(Description.fixed("<clientState>"))),
    // PayPal signs a checksum of the body, which does not protect the body, so no part of it counts as signed.
    PAYPAL(MechanismProperties.of(PayPal::new)
            .signingOnly()
            .tolerating(Duration.ofDays(3))
            .sending(PayPal.SIGNATURE, PayPal.ID, PayPal.TIME, PayPal.ADDRESS, PayPal.ALGORITHM)
            .describing(Description.fixed("<id>|<time>|<secret>|<CRC-32 of the body>"))),
    PLAID(MechanismProperties.of(inputs -> Plaid.at("production.plaid.com", inputs))
            .reading(PlaidKeys::credential)
            .tolerating(Duration.ofMinutes(5))
            .sending(Plaid.HEADER)
            .describing(Description.HASH_OF_BODY)),
    PLAID_SANDBOX(MechanismProperties.of(inputs -> Plaid.at("sandbox.plaid.com", inputs))
            .reading(PlaidKeys::credential)
            .tolerating(Duration.ofMinutes(5))
            .sending(Plaid.HEADER)
            .describing(Description.HASH_OF_BODY)),
    PLIVO_V2(MechanismProperties.of(PlivoV2::new)
            .signingUrl()
            .signingOnly()
            .sending(PlivoV2.HEADER, PlivoV2.NONCE)
            .describing(((Description) PlivoV2::described).and(PlivoV2.NONCE))),
    PLIVO_V3(MechanismProperties.of(PlivoV3::new)
            .signingUrl()
            .sending(PlivoV3.HEADER, PlivoV3.NONCE)
            .describing(((Description) PlivoV3::described).and(PlivoV3.NONCE))),
    SALESFORCE(MechanismProperties.of(Salesforce::new).signingOnly().describing(Description.fixed("<OrganizationId>"))),
    STRAVA(MechanismProperties.of(Strava::new).signingOnly().describing(Description.fixed("<subscription_id>"))),
    TWILIO(MechanismProperties.of(Twilio::new)
            .signingUrl()
            .sending(Twilio.HEADER, Twilio.SETTINGS)
            .describing(Twilio::described)),
    VONAGE(MechanismProperties.of(Vonage::new)
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
    private final MechanismProperties properties;

    Mechanism(MechanismProperties properties) {
        this.properties = properties;
    }

    /** Creates the verifier of a source. */
    public Verifier verifier(VerifierInputs inputs) {
        return Verifier.of(properties.check().apply(inputs));
    }

    /**
     * Reads a configured secret, or another text that identifies the sender, such as an ARN.
     *
     * @throws dev.durahook.receiver.signature.InvalidRuleException if the text is not valid; the message does not quote
     *     it
     */
    public Secret secret(String text) {
        return properties.secret().apply(text);
    }

    /** How old a delivery may be by default; {@code null} if nothing tells its age. */
    public @Nullable Duration tolerance() {
        return properties.tolerance();
    }

    /** Whether the URL is signed. */
    public boolean signsUrl() {
        return properties.signsUrl();
    }

    /**
     * Whether the values at these pointers are signed.
     *
     * @param pointers JSON pointers into the body; if empty, the whole body must be signed
     */
    public boolean signsAll(List<String> pointers) {
        Set<String> only = properties.only();
        return only == null || (!pointers.isEmpty() && only.containsAll(pointers));
    }

    /**
     * Describes the signed content of a delivery. The body and the secret appear only by name.
     *
     * @throws NotVerifiedException if the delivery does not have the provider's form
     */
    public String described(Delivery delivery) throws NotVerifiedException {
        return properties.description().of(delivery);
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
        return properties.headers();
    }

    private static MechanismProperties vonage(VonageMethod method) {
        return MechanismProperties.of(inputs -> new VonageSig(method, inputs))
                .tolerating(Duration.ofMinutes(5))
                .describing(VonageSig::described);
    }
}
