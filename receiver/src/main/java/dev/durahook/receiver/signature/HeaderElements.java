package dev.durahook.receiver.signature;

import dev.durahook.receiver.delivery.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A value in a header, or several in a list, of which a prefix says what each one is: {@code sha256=...}, {@code
 * t=...,v1=...,v1=...} or {@code v1,... v1a,...}. Elements with another prefix are of a version that this scheme does
 * not
 * know, and are passed over.
 *
 * @param names the header's names, of which the first that was sent counts
 * @param separator what stands between elements; empty where the header holds one
 * @param prefix what an element begins with
 */
public record HeaderElements(List<String> names, String separator, String prefix) {

    /** Longer than any provider's list, short enough to be searched at once. */
    static final int MAX_LENGTH = 8192;

    /** More than any rotation needs, few enough to compare each. */
    static final int MAX_ELEMENTS = 32;

    private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern SENDABLE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    /**
     * The only value of a header.
     *
     * @throws NotVerifiedException if it is missing, was sent twice or is no header's
     */
    public static String single(Headers headers, String name) throws NotVerifiedException {
        return new HeaderElements(List.of(name), "", "")
                .read(headers, Rejection.SIGNATURE_MISSING)
                .get(0);
    }

    /**
     * What an {@code Authorization} header of this scheme, such as {@code Bearer}, holds behind the scheme.
     *
     * @throws NotVerifiedException if it is missing, was sent twice or is of another scheme
     */
    public static String credentials(Headers headers, String scheme) throws NotVerifiedException {
        return new HeaderElements(List.of("Authorization"), "", scheme + " ")
                .read(headers, Rejection.SIGNATURE_MISSING)
                .get(0);
    }

    /**
     * The values of a header that lists them.
     *
     * @throws NotVerifiedException if it is missing, was sent twice or is no header's, or lists too many
     */
    public static List<String> list(Headers headers, String name, String separator) throws NotVerifiedException {
        return new HeaderElements(List.of(name), separator, "").read(headers, Rejection.SIGNATURE_MISSING);
    }

    /** The elements without their prefix, at least one. */
    List<String> read(Headers headers, Rejection ifMissing) throws NotVerifiedException {
        List<String> sent = present(headers.allOfFirst(names), ifMissing);
        if (sent.size() > 1) {
            throw malformed("was sent " + sent.size() + " times");
        }
        return named(elements(checked(sent.get(0))));
    }

    /** The same of every one of the headers, however often each was sent. */
    List<String> readEvery(Headers headers, Rejection ifMissing) throws NotVerifiedException {
        List<String> sent = present(
                names.stream().flatMap(name -> headers.all(name).stream()).toList(), ifMissing);
        if (sent.size() > MAX_ELEMENTS) {
            throw malformed("was sent " + sent.size() + " times, at most " + MAX_ELEMENTS + " are read");
        }
        List<String> elements = new ArrayList<>();
        for (String value : sent) {
            elements.addAll(elements(checked(value)));
        }
        if (elements.size() > MAX_ELEMENTS) {
            throw malformed("lists more than " + MAX_ELEMENTS + " elements");
        }
        return named(elements);
    }

    private List<String> present(List<String> sent, Rejection ifMissing) throws NotVerifiedException {
        if (sent.isEmpty()) {
            throw new NotVerifiedException(ifMissing, "header " + header() + " is missing");
        }
        return sent;
    }

    private List<String> named(List<String> elements) throws NotVerifiedException {
        HeaderPrefix beginning = HeaderPrefix.of(names, prefix);
        List<String> named = elements.stream()
                .flatMap(element -> beginning.withoutIt(element).stream())
                .toList();
        if (named.isEmpty()) {
            throw malformed("holds nothing that begins with '" + prefix + "'");
        }
        return named;
    }

    private String checked(String value) throws NotVerifiedException {
        if (value.length() > MAX_LENGTH) {
            throw malformed("has " + value.length() + " characters, at most " + MAX_LENGTH + " are read");
        }
        if (!SENDABLE.matcher(value).matches()) {
            throw malformed("holds characters that no header can");
        }
        return value;
    }

    private List<String> elements(String value) throws NotVerifiedException {
        if (separator.isEmpty()) {
            return List.of(value);
        }
        String[] elements = value.split(Pattern.quote(separator), MAX_ELEMENTS + 1);
        if (elements.length > MAX_ELEMENTS) {
            throw malformed("lists more than " + MAX_ELEMENTS + " elements");
        }
        return Stream.of(elements).map(this::alone).toList();
    }

    // Lists of HTTP are joined by ", ": by Supabase, and by a proxy that makes one header of two that were sent.
    private String alone(String element) {
        String stripped = element.strip();
        return separator.isBlank() && stripped.endsWith(",") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    // A sender may have made the name up, where it lists what it signed: what is no name is not shown in a log.
    private String header() {
        boolean showable =
                names.stream().allMatch(name -> SHOWABLE.matcher(name).matches());
        return showable ? String.join(" or ", names) : "that the delivery lists";
    }

    private NotVerifiedException malformed(String how) {
        return new NotVerifiedException(Rejection.SIGNATURE_MALFORMED, "header " + header() + " " + how);
    }
}
