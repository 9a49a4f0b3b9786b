package dev.durahook.receiver.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a provider writes down the secret that it shows in its dashboard. */
public enum KeyForm {
    /** The text is the key, as UTF-8. */
    TEXT {
        @Override
        byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    },
    /** Base64 of the key. */
    BASE64 {
        @Override
        byte[] bytes(String text) {
            return Base64.getDecoder().decode(text);
        }
    },
    /** Hexadecimal digits of the key, of either case. */
    HEX {
        @Override
        byte[] bytes(String text) {
            return HexFormat.of().parseHex(text);
        }
    };

    private static final Pattern VERSION = Pattern.compile("v1a?");

    abstract byte[] bytes(String text);

    /**
     * The key that this text stands for.
     *
     * @param text the secret as the operator was given it
     * @param prefix what may stand before the key and is no part of it, such as {@code whsec_}; in Base64, the version
     *     of Standard Webhooks may stand before it, as Supabase shows it: {@code v1,whsec_}
     * @throws InvalidRuleException if the text is blank or not of this form; the message does not quote it
     */
    public Secret read(String text, String prefix) {
        if (text.isBlank()) {
            throw new InvalidRuleException("is empty: an empty secret verifies what anybody signs");
        }
        // As base64 it would be a key of one byte that everybody knows.
        if (!prefix.isEmpty() && VERSION.matcher(text).matches()) {
            throw new InvalidRuleException("is cut off at a comma: write the whole secret as an element of a list, in"
                    + " quotation marks, such as [\"v1," + prefix + "...\"]");
        }
        return new Secret(decoded(withoutPrefix(text, prefix)));
    }

    /**
     * A secret without the prefix that may stand before its key. In Base64, the version of the signature may stand before
     * the prefix: <a href="https://supabase.com/docs/guides/auth/auth-hooks">Supabase</a> shows
     * {@code v1,whsec_...}.
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
            // The decoder's own message quotes a character of the secret.
            throw new InvalidRuleException(
                    "is not " + name().toLowerCase(Locale.ROOT) + ": copy the secret again, as the provider shows it");
        }
    }
}
