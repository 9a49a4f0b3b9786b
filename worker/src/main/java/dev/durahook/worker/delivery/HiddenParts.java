package dev.durahook.worker.delivery;

import dev.durahook.worker.failure.Redaction;
import java.util.LinkedHashSet;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * What nobody is to see of a destination, which may say in its answer what it was sent: its own headers, and the path
 * and the query of its URL, whole and in their parts.
 */
final class HiddenParts {

    // A credential in a path is long; shorter parts are words, such as events.
    private static final int MIN_SEGMENT = 16;

    private HiddenParts() {}

    static Redaction of(Destination destination) {
        Set<String> hidden = new LinkedHashSet<>();
        for (String value : destination.headers().values()) {
            hidden.add(value);
            hidden.add(value.substring(value.lastIndexOf(' ') + 1));
        }
        addPath(destination.url(), hidden);
        addQuery(destination.url(), hidden);
        return Redaction.of(hidden);
    }

    private static void addPath(HttpUrl url, Set<String> hidden) {
        hidden.add(url.encodedPath());
        url.pathSegments().stream()
                .filter(segment -> segment.length() >= MIN_SEGMENT)
                .forEach(hidden::add);
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
