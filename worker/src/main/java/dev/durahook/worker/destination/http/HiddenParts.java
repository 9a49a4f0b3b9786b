package dev.durahook.worker.destination.http;

import dev.durahook.worker.destination.signing.StandardWebhooks;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * The parts of a request that no failure may show: the values of the destination's own headers, the path and the query
 * of its URL, whole and in parts, and the signatures of the request. They are hidden because a destination may repeat
 * the request in its answer.
 */
final class HiddenParts {

    // A credential in a path is long; shorter parts are words, such as events.
    private static final int MIN_SEGMENT = 16;

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[\\s,;]+");
    private static final String BASIC = "basic ";

    private HiddenParts() {}

    static Set<String> of(HttpDestination destination) {
        Set<String> hidden = new LinkedHashSet<>();
        destination.headers().values().forEach(value -> addHeader(value, hidden));
        addPath(destination.url(), hidden);
        addQuery(destination.url(), hidden);
        return hidden;
    }

    /**
     * Returns the signatures of one request. With a signature the request could be sent again while its timestamp is
     * fresh.
     */
    static Set<String> of(Request request) {
        Set<String> hidden = new LinkedHashSet<>();
        for (String value : request.headers(StandardWebhooks.SIGNATURE)) {
            SPACE.splitAsStream(value)
                    .forEach(signature -> hidden.add(signature.substring(signature.indexOf(',') + 1)));
        }
        return hidden;
    }

    // Hides the token after a scheme, the values of a list such as token="abc", realm="x", and the credentials that
    // Basic encodes.
    private static void addHeader(String value, Set<String> hidden) {
        hidden.add(value);
        hidden.add(value.substring(value.lastIndexOf(' ') + 1));
        BETWEEN_PARTS
                .splitAsStream(value)
                .forEach(
                        part -> hidden.add(part.substring(part.indexOf('=') + 1).replace("\"", "")));
        if (value.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            addBasic(value.substring(BASIC.length()).strip(), hidden);
        }
    }

    private static void addBasic(String encoded, Set<String> hidden) {
        try {
            String credentials = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            hidden.add(credentials);
            hidden.add(credentials.substring(credentials.indexOf(':') + 1));
            // Some APIs take the key as the user, with an empty password.
            hidden.add(credentials.split(":", 2)[0]);
        } catch (IllegalArgumentException e) {
            // The value is not base64, so it encodes no other text that must be hidden.
        }
    }

    private static void addPath(HttpUrl url, Set<String> hidden) {
        hidden.add(url.encodedPath());
        List<String> segments = url.pathSegments();
        segments.stream().filter(segment -> segment.length() >= MIN_SEGMENT).forEach(hidden::add);
    }

    private static void addQuery(HttpUrl url, Set<String> hidden) {
        for (int i = 0; i < url.querySize(); i++) {
            String value = url.queryParameterValue(i);
            hidden.add(value == null ? url.queryParameterName(i) : value);
        }
        String encoded = url.encodedQuery();
        if (encoded != null) {
            hidden.add(encoded);
        }
    }
}
