package dev.durahook.receiver.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/**
 * Reads single fields of a form body or of a URL's query, without regard to the others: a field that can't be read must
 * not hide the id in another field. Empty fields count as missing. Verifiers of signed fields need the opposite, see
 * {@link dev.durahook.receiver.provider.content.Form}.
 */
public final class FormFields {

    private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";
    // The name of the first field. JSON, XML, multipart bodies, sentences and URLs with a query begin in another way.
    private static final Pattern BEGIN = Pattern.compile("(?!--)[^\\x00-\\x20\"<>{}&=?]*+[&=]");

    private final String encoded;

    private FormFields(String encoded) {
        this.encoded = encoded;
    }

    /** Whether the delivery's body is a form, by its Content-Type, which must have been sent exactly once. */
    public static boolean areIn(Delivery delivery) {
        return delivery.headers()
                .single("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(MEDIA_TYPE))
                .isPresent();
    }

    /** The fields of any body, read as a form. */
    public static FormFields of(byte[] body) {
        return new FormFields(FormEncoding.encoded(body));
    }

    /** The fields of a URL's query, without its question mark. */
    public static FormFields ofQuery(String query) {
        return of(query.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The fields of a body that begins as a form does; empty for other bodies. The Content-Type does not count, because no
     * scheme signs it: an event that is sent again under another Content-Type must keep its id.
     */
    public static Optional<FormFields> ofBody(byte[] body) {
        FormFields fields = of(body);
        return BEGIN.matcher(fields.encoded).lookingAt() ? Optional.of(fields) : Optional.empty();
    }

    /** All values of a field. Empty values, and values with invalid encoding or not in UTF-8, are left out. */
    public List<String> all(String name) {
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
            return FormEncoding.decoded(text);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
