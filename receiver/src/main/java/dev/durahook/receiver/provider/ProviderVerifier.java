package dev.durahook.receiver.provider;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.VerifierProperties.Kind;
import dev.durahook.receiver.secret.KeyForm;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verifier.Verifier;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The verifiers of the catalogue's providers. A row of {@code schemes.yml} refers to one by its name. */
public enum ProviderVerifier implements Verifier {
    ADYEN(VerifierProperties.of(Adyen::new)
            .keyed(KeyForm.HEX)
            .signingOnly(
                    "/NotificationRequestItem/pspReference",
                    "/NotificationRequestItem/eventCode",
                    "/NotificationRequestItem/success")
            .describing(Adyen::described)),
    AWS_SNS(VerifierProperties.of(AwsSns::new)
            .tolerating(Duration.ofMinutes(65))
            .signingOnly("/Message", "/MessageId", "/Subject", "/Timestamp", "/TopicArn", "/Type")
            .describing(delivery -> SnsText.of(SignedJson.of(delivery.body())))
            .being(Kind.KEYS_FETCHED)),
    BIRD(VerifierProperties.of(inputs -> MessageBird.ofUrl(inputs))
            .tolerating(Duration.ofMinutes(5))
            .signingUrl()
            .sending(MessageBird.SIGNATURE, MessageBird.TIMESTAMP)
            .describing(MessageBird.described(MessageBird.URL))),
    BRAINTREE(VerifierProperties.of(Braintree::new)
            .reading(Braintree::secret)
            .describing(Description.fixed("<bt_payload>"))),
    CLOUDEVENTS(VerifierProperties.of(CloudEvents::new)
            .signingOnly()
            .sending(CloudEvents.HEADER)
            .describing(Description.fixed("<token>"))
            .being(Kind.SECRET_SENT)),
    CONTENTFUL(VerifierProperties.of(Contentful::new)
            .tolerating(Duration.ofMinutes(5))
            .signingUrl()
            .sending(Contentful.SIGNATURE, Contentful.SIGNED_HEADERS, Contentful.TIMESTAMP)
            .describing(Contentful::described)),
    LARK(VerifierProperties.of(Lark::new)
            .tolerating(Duration.ofMinutes(5))
            .sending(Lark.SIGNATURE, Lark.TIMESTAMP, Lark.NONCE)
            .describing(Lark::described)),
    MAILGUN(VerifierProperties.of(Mailgun::new)
            .tolerating(Duration.ofHours(9))
            .signingOnly("/signature/token")
            .describing(Mailgun::described)),
    MESSAGEBIRD(VerifierProperties.of(inputs -> MessageBird.ofQuery(inputs))
            .tolerating(Duration.ofMinutes(5))
            .sending(MessageBird.SIGNATURE, MessageBird.TIMESTAMP)
            .describing(MessageBird.described(MessageBird.QUERY))),
    MESSAGEBIRD_JWT(VerifierProperties.of(MessageBirdJwt::new)
            .tolerating(Duration.ofSeconds(30))
            .signingUrl()
            .sending(MessageBirdJwt.HEADER)
            .describing(delivery -> "a token that names the SHA-256 of <body> and that of " + delivery.url())),
    MS_GRAPH(VerifierProperties.of(MicrosoftGraph::new)
            .signingOnly()
            .describing(Description.fixed("<clientState>"))
            .being(Kind.SECRET_SENT)),
    // PayPal signs a checksum of the body, which does not protect the body, so no part of it counts as signed.
    PAYPAL(VerifierProperties.of(PayPal::new)
            .signingOnly()
            .tolerating(Duration.ofDays(3))
            .sending(PayPal.SIGNATURE, PayPal.ID, PayPal.TIME, PayPal.ADDRESS, PayPal.ALGORITHM)
            .describing(Description.fixed("<id>|<time>|<secret>|<CRC-32 of the body>"))
            .being(Kind.KEYS_FETCHED)),
    PLAID(VerifierProperties.of(inputs -> Plaid.at("production.plaid.com", inputs))
            .reading(PlaidKeys::credential)
            .tolerating(Duration.ofMinutes(5))
            .sending(Plaid.HEADER)
            .describing(Description.HASH_OF_BODY)
            .being(Kind.KEYS_FETCHED)),
    PLAID_SANDBOX(VerifierProperties.of(inputs -> Plaid.at("sandbox.plaid.com", inputs))
            .reading(PlaidKeys::credential)
            .tolerating(Duration.ofMinutes(5))
            .sending(Plaid.HEADER)
            .describing(Description.HASH_OF_BODY)
            .being(Kind.KEYS_FETCHED)),
    PLIVO_V2(VerifierProperties.of(PlivoV2::new)
            .signingUrl()
            .signingOnly()
            .sending(PlivoV2.HEADER, PlivoV2.NONCE)
            .describing(((Description) PlivoV2::described).and(PlivoV2.NONCE))),
    PLIVO_V3(VerifierProperties.of(PlivoV3::new)
            .signingUrl()
            .sending(PlivoV3.HEADER, PlivoV3.NONCE)
            .describing(((Description) PlivoV3::described).and(PlivoV3.NONCE))),
    SALESFORCE(VerifierProperties.of(Salesforce::new)
            .signingOnly()
            .describing(Description.fixed("<OrganizationId>"))
            .being(Kind.GUARD_NEEDED)),
    STRAVA(VerifierProperties.of(Strava::new)
            .signingOnly()
            .describing(Description.fixed("<subscription_id>"))
            .being(Kind.GUARD_NEEDED)),
    TWILIO(VerifierProperties.of(Twilio::new)
            .signingUrl()
            .sending(Twilio.HEADER, Twilio.SETTINGS)
            .describing(Twilio::described)),
    VONAGE(VerifierProperties.of(Vonage::new)
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
    private final VerifierProperties properties;

    ProviderVerifier(VerifierProperties properties) {
        this.properties = properties;
    }

    @Override
    public Check check(VerifierInputs inputs) {
        return properties.check().apply(inputs);
    }

    @Override
    public Secret secret(String text) {
        return properties.secret().apply(text);
    }

    @Override
    public @Nullable Duration tolerance() {
        return properties.tolerance();
    }

    @Override
    public List<String> headers() {
        return properties.headers();
    }

    @Override
    public boolean signsUrl() {
        return properties.signsUrl();
    }

    @Override
    public boolean signsBody(List<String> pointers) {
        Set<String> only = properties.only();
        return only == null || (!pointers.isEmpty() && only.containsAll(pointers));
    }

    @Override
    public boolean fetchesKeys() {
        return properties.kind() == Kind.KEYS_FETCHED;
    }

    @Override
    public boolean showsSecret() {
        return properties.kind() == Kind.SECRET_SENT;
    }

    @Override
    public boolean needsGuard() {
        return properties.kind() == Kind.GUARD_NEEDED;
    }

    @Override
    public String described(Delivery delivery) throws NotVerifiedException {
        return properties.description().of(delivery);
    }

    private static VerifierProperties vonage(VonageMethod method) {
        return VerifierProperties.of(inputs -> new VonageSig(method, inputs))
                .tolerating(Duration.ofMinutes(5))
                .describing(VonageSig::described);
    }
}
