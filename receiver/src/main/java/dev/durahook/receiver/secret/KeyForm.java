package dev.durahook.receiver.secret;

import dev.durahook.receiver.configuration.InvalidRuleException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a provider's dashboard writes a secret. */
public enum KeyForm {
    /** The key is the text, in UTF-8. */
    TEXT {
        @Override
        byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    },
    /** The key in Base64. */
    BASE64 {
        @Override
        byte[] bytes(String text) {
            return Base64.getDecoder().decode(text);
        }
    },
    /** The key in hexadecimal digits of either case. */
    HEX {
        @Override
        byte[] bytes(String text) {
            return HexFormat.of().parseHex(text);
        }
    };

    private static final Pattern VERSION = Pattern.compile("v1a?");

    abstract byte[] bytes(String text);

    /**
     * Reads a secret.
     *
     * @param text the secret as the operator copied it
     * @param prefix a prefix such as {@code whsec_}, which may precede the key and is not part of it. In Base64, {@code
     *     v1,} of Standard Webhooks may precede the prefix, as Supabase shows it: {@code v1,whsec_}
     * @throws InvalidRuleException if the text is blank or malformed; the message does not quote it
     */
    public Secret read(String text, String prefix) {
        if (text.isBlank()) {
            throw new InvalidRuleException("is empty: with an empty secret, an attacker could sign deliveries");
        }
        // Decoded from Base64, the rest of such a text would be a key of one byte that is easy to guess.
        if (!prefix.isEmpty() && VERSION.matcher(text).matches()) {
            throw new InvalidRuleException("is cut off at a comma: write the whole secret as an element of a list, in"
                    + " quotation marks, such as [\"v1," + prefix + "...\"]");
        }
        return new Secret(decoded(withoutPrefix(text, prefix)));
    }

    /**
     * The secret without its prefix. In Base64, the version of the signature may precede the prefix: <a
     * href="https://supabase.com/docs/guides/auth/auth-hooks">Supabase</a> shows {@code v1,whsec_...}.
     */
    public String withoutPrefix(String text, String prefix) {
        int start = text.indexOf(',') + 1;
        boolean hasVersion = this == BASE64
                && start > 0
                && VERSION.matcher(text.substring(0, start - 1)).matches()
                && !prefix.isEmpty()
                && text.startsWith(prefix, start);
        String key = hasVersion ? text.substring(start) : text;
        return key.startsWith(prefix) ? key.substring(prefix.length()) : key;
    }

    private byte[] decoded(String text) {
        try {
            return bytes(text);
        } catch (IllegalArgumentException e) {
            // The decoder's message would quote a character of the secret.
            throw new InvalidRuleException("is not valid " + name().toLowerCase(Locale.ROOT)
                    + ": copy the secret again, as the provider shows it");
        }
    }
}
