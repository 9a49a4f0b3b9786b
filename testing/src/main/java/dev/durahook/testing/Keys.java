package dev.durahook.testing;

import dev.durahook.receiver.signature.SignatureRule;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Reads secrets as a provider's dashboard shows them. */
final class Keys {

    private Keys() {}

    static byte[] read(String secret, SignatureRule rule) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the secret is empty");
        }
        String text = secret.startsWith(rule.keyPrefix())
                ? secret.substring(rule.keyPrefix().length())
                : secret;
        try {
            return switch (rule.key()) {
                case TEXT -> text.getBytes(StandardCharsets.UTF_8);
                case BASE64 -> Base64.getDecoder().decode(text);
                case HEX -> HexFormat.of().parseHex(text);
            };
        } catch (IllegalArgumentException e) {
            // The decoder's own message quotes the secret.
            throw new IllegalArgumentException("the secret is not "
                    + rule.key().name().toLowerCase(Locale.ROOT) + ": copy it as the provider shows it");
        }
    }
}
