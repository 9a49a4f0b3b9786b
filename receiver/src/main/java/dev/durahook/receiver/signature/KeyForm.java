package dev.durahook.receiver.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
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

    private static final Pattern VERSION = Pattern.compile("v1a?,");

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
        return new Secret(decoded(withoutPrefix(text, prefix)));
    }

    // No Base64 holds a comma, so that no key begins with a version.
    private String withoutPrefix(String text, String prefix) {
        Matcher version = VERSION.matcher(text);
        String unversioned =
                this == BASE64 && !prefix.isEmpty() && version.lookingAt() ? text.substring(version.end()) : text;
        return unversioned.startsWith(prefix) ? unversioned.substring(prefix.length()) : text;
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
