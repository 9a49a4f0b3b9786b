package dev.durahook.receiver.delivery;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;

/**
 * Reads single fields of a form body or of a URL's query, without regard to the others: a field that can't be read must
 * not hide the id in another field. Empty fields count as missing. Verifiers of signed fields need the opposite, see
 * {@link dev.durahook.receiver.provider.content.Form}.
 */
public final class FormFields {

    private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private FormFields() {}

    /** Whether the delivery's body is a form, by its Content-Type, which must have been sent exactly once. */
    public static boolean areIn(Delivery delivery) {
        return delivery.headers()
                .single("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(MEDIA_TYPE))
                .isPresent();
    }

    /** All values of a field. Empty values and values with invalid encoding are left out. */
    public static List<String> all(String encoded, String name) {
        List<String> values = new ArrayList<>();
        StringTokenizer fields = new StringTokenizer(encoded, "&");
        while (fields.hasMoreTokens()) {
            String field = fields.nextToken();
            int equals = field.indexOf('=');
            if (equals >= 0 && name.equals(decoded(field.substring(0, equals)))) {
                values.add(decoded(field.substring(equals + 1)));
            }
        }
        values.removeIf(String::isEmpty);
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
