package dev.durahook.signing.provider;

import dev.durahook.receiver.provider.ProviderVerifier;
import dev.durahook.signing.keys.AwsSnsSigner;
import dev.durahook.signing.keys.PayPalSigner;
import dev.durahook.signing.keys.PlaidSigner;
import dev.durahook.signing.keys.ProviderKeys;
import dev.durahook.signing.signer.Signer;
import dev.durahook.signing.telephony.MessageBirdJwtSigner;
import dev.durahook.signing.telephony.MessageBirdSigner;
import dev.durahook.signing.telephony.PlivoV2Signer;
import dev.durahook.signing.telephony.PlivoV3Signer;
import dev.durahook.signing.telephony.TwilioSigner;
import dev.durahook.signing.telephony.VonageSigner;
import dev.durahook.signing.telephony.VonageSmsSigner;
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
            case ADYEN -> new AdyenSigner();
            case AWS_SNS -> new AwsSnsSigner(keys);
            case BIRD -> MessageBirdSigner.ofUrl();
            case BRAINTREE -> new BraintreeSigner();
            case CLOUDEVENTS -> new CloudEventsSigner();
            case CONTENTFUL -> new ContentfulSigner();
            case LARK -> new LarkSigner();
            case MAILGUN -> new MailgunSigner();
            case MESSAGEBIRD -> MessageBirdSigner.ofQuery();
            case MESSAGEBIRD_JWT -> new MessageBirdJwtSigner();
            case MS_GRAPH -> new MicrosoftGraphSigner();
            case PAYPAL -> new PayPalSigner(keys);
            case PLAID, PLAID_SANDBOX -> new PlaidSigner(keys);
            case PLIVO_V2 -> new PlivoV2Signer();
            case PLIVO_V3 -> new PlivoV3Signer();
            case SALESFORCE -> new SalesforceSigner();
            case STRAVA -> new StravaSigner();
            case TWILIO -> new TwilioSigner();
            case VONAGE -> new VonageSigner();
            case VONAGE_SIG_HMAC_MD5 -> VonageSmsSigner.hmac("HmacMD5");
            case VONAGE_SIG_HMAC_SHA1 -> VonageSmsSigner.hmac("HmacSHA1");
            case VONAGE_SIG_HMAC_SHA256 -> VonageSmsSigner.hmac("HmacSHA256");
            case VONAGE_SIG_HMAC_SHA512 -> VonageSmsSigner.hmac("HmacSHA512");
            case VONAGE_SIG_MD5 -> VonageSmsSigner.md5();
        };
    }
}
