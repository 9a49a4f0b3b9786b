package dev.durahook.receiver.provider.content;

import dev.durahook.receiver.delivery.FormEncoding;
import dev.durahook.receiver.verification.NotVerifiedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The fields of an {@code application/x-www-form-urlencoded} text, for verifiers of signed fields. They are sorted by
 * name in the order of UTF-16 code units. Every field counts, also an empty one, and a text with a field that can't be
 * read is refused: if such a field were left out, an attacker could append it to a signed form. {@link
 * dev.durahook.receiver.delivery.FormFields} reads single fields leniently, for ids and handshakes.
 */
public final class Form {

    /** More fields than any provider sends. */
    static final int MAX_FIELDS = 1_000;

    private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private final SortedMap<String, List<String>> fields = new TreeMap<>();

    private Form() {}

    /** Parses a body. */
    public static Form of(byte[] body) throws NotVerifiedException {
        Form form = new Form();
        String text = FormEncoding.encoded(body);
        String[] parts = text.isEmpty() ? new String[0] : text.split("&", MAX_FIELDS + 1);
        if (parts.length > MAX_FIELDS) {
            throw Rejections.malformed("the form has more than " + MAX_FIELDS + " fields");
        }
        try {
            for (String part : parts) {
                form.add(part);
            }
        } catch (IllegalArgumentException e) {
            // The exception's message would quote the form.
            throw Rejections.malformed("the form has invalid percent-encoding, or text that is not UTF-8");
        }
        return form;
    }

    /** Parses a URL's query without its question mark. */
    public static Form of(String query) throws NotVerifiedException {
        return of(query.getBytes(StandardCharsets.UTF_8));
    }

    /** All fields. */
    public SortedMap<String, List<String>> fields() {
        return Collections.unmodifiableSortedMap(fields);
    }

    /**
     * The value of a field that was sent exactly once.
     *
     * @throws NotVerifiedException if the field is missing, or was sent more than once
     */
    public String single(String name) throws NotVerifiedException {
        List<String> values = fields.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            throw Rejections.missing("field " + shown(name));
        }
        if (values.size() > 1) {
            throw Rejections.malformed("field " + shown(name) + " was sent " + values.size() + " times");
        }
        return values.get(0);
    }

    // If all fields are signed, an attacker may have chosen the name: only simple names are logged.
    private static String shown(String name) {
        return SHOWABLE.matcher(name).matches() ? name : "of the form";
    }

    private void add(String part) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        String value = equals < 0 ? "" : part.substring(equals + 1);
        fields.computeIfAbsent(FormEncoding.decoded(name), n -> new ArrayList<>())
                .add(FormEncoding.decoded(value));
    }
}
