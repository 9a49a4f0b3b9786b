package dev.durahook.receiver.provider;

import dev.durahook.receiver.signature.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The answer to the challenge by which Braintree makes sure of an address. It signs what a stranger sends, with the key
 * that signs deliveries: bounded to a form that no payload has, which is base64 of XML.
 */
public final class BraintreeChallenge {

    // 20 to 32 hexadecimal digits hold at most 24 bytes of XML, and no notification is that short.
    private static final Pattern FORM = Pattern.compile("[a-f0-9]{20,32}");

    private BraintreeChallenge() {}

    /**
     * The body of the answer; empty if the challenge is none.
     *
     * @param challenge the parameter bt_challenge
     * @param keys a secret of the source
     */
    public static Optional<String> answer(String challenge, Secret keys) {
        return isOne(challenge)
                ? Optional.of(new String(Braintree.signed(challenge, keys), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
