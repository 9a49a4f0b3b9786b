package dev.durahook.receiver.http.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;

/** The URL paths to which deliveries are sent. */
public final class DeliveryPaths {

    private static final Set<String> PATTERNS = Set.of("/webhook", "/webhook/", "/webhooks/*");

    private static final Pattern OURS = Pattern.compile("/webhooks?(?:[/;?].*)?");

    /** The source whose deliveries are sent to the path without a name. */
    public static final String UNNAMED = "webhook";

    private DeliveryPaths() {}

    /** The path to which deliveries of a source are sent. */
    public static String of(String source) {
        return source.equals(UNNAMED) ? "/webhook" : "/webhooks/" + source;
    }

    /** The URL patterns for the servlet and the filters of deliveries. */
    public static String[] patterns() {
        return PATTERNS.toArray(String[]::new);
    }

    /** Whether the server gives this request to the servlet of deliveries, and not to another one with a similar path. */
    public static boolean match(HttpServletRequest request) {
        return PATTERNS.contains(request.getHttpServletMapping().getPattern());
    }

    /**
     * Whether this path looks like one to which deliveries are sent. Only for requests that the server has refused: a
     * servlet of the application may have such a path too.
     *
     * @param rawPath the path as it was sent, which may be malformed
     */
    public static boolean covers(String rawPath) {
        return OURS.matcher(rawPath).matches();
    }
}
