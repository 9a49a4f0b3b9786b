package dev.durahook.worker.destination.http;

import java.util.Set;
import java.util.regex.Pattern;

/** Decides which headers a configuration may name. All names are in lower case. */
final class HeaderNames {

    private static final Pattern TOKEN = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");
    private static final Pattern RESERVED_PREFIX = Pattern.compile("(webhook-|durahook-|proxy-).*");

    // Headers that belong to one connection, describe the body, or are written into every request.
    private static final Set<String> RESERVED = Set.of(
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "http2-settings",
            "idempotency-key",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");
    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie", "set-cookie");

    private HeaderNames() {}

    /** Whether the configuration may set a header of this name. */
    static boolean mayBeDeclared(String name) {
        return TOKEN.matcher(name).matches()
                && !RESERVED.contains(name)
                && !RESERVED_PREFIX.matcher(name).matches();
    }

    /** Whether a header of the event may be sent on. The sender's credentials must not be sent to a destination. */
    static boolean mayBeForwarded(String name) {
        return mayBeDeclared(name) && !CREDENTIALS.contains(name);
    }

    /** Whether a header can carry this value. */
    static boolean canCarry(String value) {
        return VALUE.matcher(value).matches();
    }
}
