package dev.durahook.receiver.source;

import dev.durahook.receiver.provider.Mechanism;

/** What is signed by the mechanisms that no row can describe, in a sentence or two each. */
final class MechanismWords {

    private MechanismWords() {}

    static String of(Mechanism mechanism) {
        return switch (mechanism) {
            case ADYEN ->
                "pspReference, originalReference, merchantAccountCode, merchantReference, amount, eventCode and success "
                        + "of each notification, and nothing else of it. The signature is in its additionalData.";
            case AWS_SNS ->
                "the text of the message, with a key whose certificate is fetched from Amazon. SNS signs for everybody: "
                        + "the secret is the ARN of your topic. Raw message delivery is not signed.";
            case BRAINTREE ->
                "the payload in the form, and not the form around it. The secret is written "
                        + "`<public key>|<private key>`.";
            case MAILGUN ->
                "a timestamp and a token, and nothing of the event. Whoever has seen one delivery can send another event "
                        + "with its signature; as the token is the event's id, only before the genuine one.";
            case MESSAGEBIRD_JWT -> "the hash of the URL and that of the body, in a token.";
            case MS_GRAPH ->
                "nothing. Every notification shows the clientState of its subscription, which is the secret. Encrypted "
                        + "resource data stays encrypted.";
            case PAYPAL ->
                "a CRC-32 of the body, the id of the webhook, which is the secret here, and the time, with a key whose "
                        + "certificate is fetched from PayPal. A CRC is no hash: whoever has seen one delivery can make "
                        + "another body with the same. Verify what matters by asking PayPal for it.";
            case PLAID, PLAID_SANDBOX ->
                "the hash of the body, in a token, with a key that is fetched from Plaid. The secret is a credential of "
                        + "the API, `<client_id>:<secret>`, with which the key is asked for.";
            case TWILIO -> "the URL, and after it the fields of a form; of another body, its hash.";
            case VONAGE -> "the hash of the body, in a token. A token that names none is refused.";
        };
    }
}
