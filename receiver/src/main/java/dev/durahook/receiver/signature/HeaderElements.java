package dev.durahook.receiver.signature;

import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a header that holds one value or a list of them, such as {@code sha256=...}, {@code t=...,v1=...,v1=...} or
 * {@code v1,... v1a,...}. Only elements with the given prefix are read; other prefixes belong to other versions of the
 * scheme.
 *
 * @param names names of the header; the first one that was sent is used
 * @param separator separates the elements; empty if the header holds a single value
 * @param prefix the beginning of an element
 */
public record HeaderElements(List<String> names, String separator, String prefix) {

    /** In characters. Longer than the lists of all known providers. */
    static final int MAX_LENGTH = 8192;

    /** More than a rotation of secrets needs, and few enough to compare each. */
    static final int MAX_ELEMENTS = 32;

    private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern WITH_SCHEME = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) +(.*)");
    private static final Pattern SENDABLE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    /**
     * The only value of a header.
     *
     * @throws NotVerifiedException if the header is missing, was sent more than once, or has characters that headers
     *     can't have
     */
    public static String single(Headers headers, String name) throws NotVerifiedException {
        return new HeaderElements(List.of(name), "", "")
                .read(headers, Rejection.SIGNATURE_MISSING)
                .get(0);
    }

    /**
     * The credentials after the scheme, such as {@code Bearer}, in the {@code Authorization} header.
     *
     * @throws NotVerifiedException if the header is missing, was sent more than once, or has another scheme
     */
    public static String credentials(Headers headers, String scheme) throws NotVerifiedException {
        return new HeaderElements(List.of("Authorization"), "", scheme + " ")
                .read(headers, Rejection.SIGNATURE_MISSING)
                .get(0);
    }

    /**
     * The values of a header that holds a list.
     *
     * @throws NotVerifiedException if the header is missing, was sent more than once, has characters that headers can't
     *     have, or lists too many values
     */
    public static List<String> list(Headers headers, String name, String separator) throws NotVerifiedException {
        return new HeaderElements(List.of(name), separator, "").read(headers, Rejection.SIGNATURE_MISSING);
    }

    /** The elements without their prefix; at least one. */
    List<String> read(Headers headers, Rejection ifMissing) throws NotVerifiedException {
        List<String> sent = present(headers.allOfFirst(names), ifMissing);
        if (sent.size() > 1) {
            throw malformed("was sent " + sent.size() + " times");
        }
        return named(elements(checked(sent.get(0))));
    }

    /**
     * The same as {@link #read}, but for all of the headers, each of which may be sent several times.
     *
     * @param mayBeJoined whether a comma ends a value, because a proxy may have joined the values of a repeated header,
     *     as HTTP allows; no element may contain a comma then
     */
    List<String> readEvery(Headers headers, Rejection ifMissing, boolean mayBeJoined) throws NotVerifiedException {
        List<String> sent = present(
                names.stream().flatMap(name -> headers.all(name).stream()).toList(), ifMissing);
        if (sent.size() > MAX_ELEMENTS) {
            throw malformed("was sent " + sent.size() + " times, at most " + MAX_ELEMENTS + " are read");
        }
        List<String> elements = new ArrayList<>();
        for (String value : sent) {
            for (String one : mayBeJoined ? split(checked(value), ",") : List.of(checked(value))) {
                elements.addAll(elements(one));
            }
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
        Pattern prefixed = prefixed();
        List<String> named = elements.stream()
                .map(prefixed::matcher)
                .filter(Matcher::matches)
                .map(element -> element.group("rest"))
                .toList();
        if (named.isEmpty()) {
            throw malformed("has no element that begins with '" + prefix + "'");
        }
        return named;
    }

    // A prefix is compared exactly, except for the scheme of an Authorization header, such as Bearer: its case does
    // not matter, and one or more spaces may follow it (RFC 9110, 11.4).
    private Pattern prefixed() {
        boolean isAuthorization = names.stream().allMatch("Authorization"::equalsIgnoreCase);
        Matcher scheme = WITH_SCHEME.matcher(prefix);
        String expected = isAuthorization && scheme.matches()
                ? "(?i:" + Pattern.quote(scheme.group(1)) + ") +" + Pattern.quote(scheme.group(2))
                : Pattern.quote(prefix);
        return Pattern.compile(expected + "(?<rest>.*)", Pattern.DOTALL);
    }

    private String checked(String value) throws NotVerifiedException {
        if (value.length() > MAX_LENGTH) {
            throw malformed("has " + value.length() + " characters, at most " + MAX_LENGTH + " are read");
        }
        if (!SENDABLE.matcher(value).matches()) {
            throw malformed("has characters that are not allowed in headers");
        }
        return value;
    }

    private List<String> elements(String value) throws NotVerifiedException {
        return separator.isEmpty() ? List.of(value) : split(value, separator);
    }

    private List<String> split(String value, String between) throws NotVerifiedException {
        String[] elements = value.split(Pattern.quote(between), MAX_ELEMENTS + 1);
        if (elements.length > MAX_ELEMENTS) {
            throw malformed("lists more than " + MAX_ELEMENTS + " elements");
        }
        return Stream.of(elements).map(this::alone).toList();
    }

    // HTTP joins the values of repeated headers with ", ". Supabase and some proxies do so too.
    private String alone(String element) {
        String stripped = element.strip();
        return separator.isBlank() && stripped.endsWith(",") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    // Some schemes list the signed headers in the delivery, where an attacker can write any text: only valid names are
    // logged.
    private String header() {
        boolean showable =
                names.stream().allMatch(name -> SHOWABLE.matcher(name).matches());
        return showable ? String.join(" or ", names) : "that the delivery lists";
    }

    private NotVerifiedException malformed(String how) {
        return new NotVerifiedException(Rejection.SIGNATURE_MALFORMED, "header " + header() + " " + how);
    }
}
