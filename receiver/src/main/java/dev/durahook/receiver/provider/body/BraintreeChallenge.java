package dev.durahook.receiver.provider.body;

import dev.durahook.receiver.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers the challenge with which Braintree confirms a URL. The answer signs text from an unverified sender with the
 * key that signs deliveries. So only challenges are answered whose form no payload, which is Base64 of XML, can have.
 */
public final class BraintreeChallenge {

    // 20 to 32 hexadecimal digits would be at most 24 bytes of XML, and every notification is longer.
    private static final Pattern FORM = Pattern.compile("[a-f0-9]{20,32}");

    private BraintreeChallenge() {}

    /**
     * The answer's body; empty if the challenge is malformed.
     *
     * @param challenge the parameter bt_challenge
     * @param keys a secret of the source
     */
    public static Optional<String> answer(String challenge, Secret keys) {
        return isChallenge(challenge)
                ? Optional.of(new String(Braintree.signed(challenge, keys), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    static boolean isChallenge(String text) {
        return FORM.matcher(text).matches();
    }
}
