package dev.durahook.standalone.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A secret of which no part may be found anywhere. Each secret contains the name of its place, so that a leaked secret
 * shows its origin.
 */
enum Canary {
    SOURCE_SECRET,
    SOURCE_FILE,
    SOURCE_KEY,
    PUBLIC_URL,
    VERIFY_TOKEN,
    CLIENT_STATE,
    LARK_KEY,
    LARK_TOKEN,
    API_KEY,
    DESTINATION_SECRET,
    DESTINATION_HEADER,
    DESTINATION_PATH,
    DESTINATION_QUERY,
    DATABASE_PASSWORD,
    REQUEST_AUTHORIZATION,
    REQUEST_COOKIE,
    REQUEST_HEADER,
    REQUEST_QUERY,
    REQUEST_TRACE,
    WRONG_SIGNATURE,
    WRONG_KEY,
    WRONG_TOKEN;

    /** The secret itself: letters, digits and hyphens. */
    String value() {
        return "canary-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "-7f3a9c51d2";
    }

    /** The secret as Standard Webhooks writes a key. */
    String whsec() {
        return "whsec_" + base64(value());
    }

    /** All forms in which the secret may be found. */
    Stream<String> forms() {
        return Stream.of(value(), base64(value()), HexFormat.of().formatHex(value().getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
