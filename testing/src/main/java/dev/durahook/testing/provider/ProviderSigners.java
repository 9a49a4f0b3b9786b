package dev.durahook.testing.provider;

import dev.durahook.receiver.provider.ProviderVerifier;
import java.util.function.Supplier;

/**
 * The signers of providers that sign in a way of their own. Each verifier of the catalogue must have a signer: otherwise this class
 * does not compile.
 */
public final class ProviderSigners {

    private ProviderSigners() {}

    /**
     * The signer of the deliveries that this class of the receiver verifies.
     *
     * @param keys the keys of providers from which the receiver fetches keys; only the signers of these providers ask
     *     for them
     */
    public static Signer of(ProviderVerifier verifier, Supplier<ProviderKeys> keys) {
        return switch (verifier) {
            case ADYEN -> new Adyen();
            case AWS_SNS -> new AwsSns(keys);
            case BIRD -> MessageBird.ofUrl();
            case BRAINTREE -> new Braintree();
            case CLOUDEVENTS -> new CloudEvents();
            case CONTENTFUL -> new Contentful();
            case LARK -> new Lark();
            case MAILGUN -> new Mailgun();
            case MESSAGEBIRD -> MessageBird.ofQuery();
            case MESSAGEBIRD_JWT -> new MessageBirdJwt();
            case MS_GRAPH -> new MicrosoftGraph();
            case PAYPAL -> new PayPal(keys);
            case PLAID, PLAID_SANDBOX -> new Plaid(keys);
            case PLIVO_V2 -> new PlivoV2();
            case PLIVO_V3 -> new PlivoV3();
            case SALESFORCE -> new Salesforce();
            case STRAVA -> new Strava();
            case TWILIO -> new Twilio();
            case VONAGE -> new Vonage();
            case VONAGE_SIG_HMAC_MD5 -> VonageSig.hmac("HmacMD5");
            case VONAGE_SIG_HMAC_SHA1 -> VonageSig.hmac("HmacSHA1");
            case VONAGE_SIG_HMAC_SHA256 -> VonageSig.hmac("HmacSHA256");
            case VONAGE_SIG_HMAC_SHA512 -> VonageSig.hmac("HmacSHA512");
            case VONAGE_SIG_MD5 -> VonageSig.md5();
        };
    }
}
