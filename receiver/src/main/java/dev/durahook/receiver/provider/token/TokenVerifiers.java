package dev.durahook.receiver.provider.token;

import dev.durahook.receiver.provider.content.Description;
import dev.durahook.receiver.provider.content.VerifierProperties;
import dev.durahook.receiver.provider.content.VerifierProperties.Kind;
import java.time.Duration;

/** The verifiers of providers that sign a token, a JWT, with a secret or with a key that is fetched. */
public final class TokenVerifiers {

    /** MessageBird's token contains hashes of the URL and the body. */
    public static final VerifierProperties MESSAGEBIRD_JWT = VerifierProperties.of(MessageBirdJwt::new)
            .tolerating(Duration.ofSeconds(30))
            .signingUrl()
            .sending(MessageBirdJwt.HEADER)
            .describing(delivery -> "a token that names the SHA-256 of <body> and that of " + delivery.url());

    /** Plaid's token contains a hash of the body; its key is fetched from Plaid's production API. */
    public static final VerifierProperties PLAID = plaid("production.plaid.com");

    /** The token of Plaid's sandbox contains a hash of the body; its key is fetched from the sandbox API. */
    public static final VerifierProperties PLAID_SANDBOX = plaid("sandbox.plaid.com");

    /** Vonage's bearer token contains a hash of the body. */
    public static final VerifierProperties VONAGE = VerifierProperties.of(Vonage::new)
            .tolerating(Duration.ofMinutes(5))
            .sending(Vonage.HEADER)
            .describing(Description.HASH_OF_BODY);

    private TokenVerifiers() {}

    private static VerifierProperties plaid(String host) {
        return VerifierProperties.of(inputs -> Plaid.at(host, inputs))
                .reading(PlaidKeys::credential)
                .tolerating(Duration.ofMinutes(5))
                .sending(Plaid.HEADER)
                .describing(Description.HASH_OF_BODY)
                .being(Kind.KEYS_FETCHED);
    }
}
