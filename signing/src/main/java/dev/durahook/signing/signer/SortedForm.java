package dev.durahook.signing.signer;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The fields of a form or a query, sorted by name. */
public record SortedForm(SortedMap<String, List<String>> fields) {

    /** The fields of a form in UTF-8. */
    public static SortedForm of(byte[] body) {
        return of(new String(body, StandardCharsets.UTF_8));
    }

    /** The decoded fields of a form or a query. A field without an equals sign has the empty value. */
    public static SortedForm of(String text) {
        SortedMap<String, List<String>> fields = new TreeMap<>();
        for (String field : text.split("&", -1)) {
            if (!field.isEmpty()) {
                String[] both = field.split("=", 2);
                fields.computeIfAbsent(decoded(both[0]), name -> new ArrayList<>())
                        .add(both.length == 1 ? "" : decoded(both[1]));
            }
        }
        return new SortedForm(Collections.unmodifiableSortedMap(fields));
    }

    /** Whether a body is a form with this field alone. The bytes tell it, and not the media type. */
    public static boolean hasOnly(String field, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.startsWith(field + "=") && text.indexOf('&') < 0;
    }

    /** A name and a value, encoded for a form. */
    public static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The names and values, sorted, joined to one text. */
    public String sorted(String equals, String separator) {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().sorted().map(value -> field.getKey() + equals + value))
                .collect(Collectors.joining(separator));
    }

    /** The fields, sorted by name and written as Go writes a query: values of the same name stay in their order. */
    public String query() {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> field(URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8), value)))
                .map(field -> field.replace("*", "%2A").replace("%7E", "~"))
                .collect(Collectors.joining("&"));
    }

    /** The names and values, sorted, with a value that was sent twice counted once. */
    public String distinct() {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().sorted().distinct().map(value -> field.getKey() + value))
                .collect(Collectors.joining());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
