package dev.durahook.receiver.provider;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.body.BodyVerifiers;
import dev.durahook.receiver.provider.certificate.CertificateVerifiers;
import dev.durahook.receiver.provider.content.VerifierProperties;
import dev.durahook.receiver.provider.content.VerifierProperties.Kind;
import dev.durahook.receiver.provider.request.RequestVerifiers;
import dev.durahook.receiver.provider.token.TokenVerifiers;
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
    ADYEN(BodyVerifiers.ADYEN),
    AWS_SNS(CertificateVerifiers.AWS_SNS),
    BIRD(RequestVerifiers.BIRD),
    BRAINTREE(BodyVerifiers.BRAINTREE),
    CLOUDEVENTS(BodyVerifiers.CLOUDEVENTS),
    CONTENTFUL(RequestVerifiers.CONTENTFUL),
    LARK(BodyVerifiers.LARK),
    MAILGUN(BodyVerifiers.MAILGUN),
    MESSAGEBIRD(RequestVerifiers.MESSAGEBIRD),
    MESSAGEBIRD_JWT(TokenVerifiers.MESSAGEBIRD_JWT),
    MS_GRAPH(BodyVerifiers.MS_GRAPH),
    PAYPAL(CertificateVerifiers.PAYPAL),
    PLAID(TokenVerifiers.PLAID),
    PLAID_SANDBOX(TokenVerifiers.PLAID_SANDBOX),
    PLIVO_V2(RequestVerifiers.PLIVO_V2),
    PLIVO_V3(RequestVerifiers.PLIVO_V3),
    SALESFORCE(BodyVerifiers.SALESFORCE),
    STRAVA(BodyVerifiers.STRAVA),
    TWILIO(RequestVerifiers.TWILIO),
    VONAGE(TokenVerifiers.VONAGE),
    VONAGE_SIG_HMAC_MD5(RequestVerifiers.VONAGE_SIG_HMAC_MD5),
    VONAGE_SIG_HMAC_SHA1(RequestVerifiers.VONAGE_SIG_HMAC_SHA1),
    VONAGE_SIG_HMAC_SHA256(RequestVerifiers.VONAGE_SIG_HMAC_SHA256),
    VONAGE_SIG_HMAC_SHA512(RequestVerifiers.VONAGE_SIG_HMAC_SHA512),
    VONAGE_SIG_MD5(RequestVerifiers.VONAGE_SIG_MD5);

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
}
