package dev.durahook.receiver.http.exchange;

import java.util.regex.Pattern;

/** The URL paths to which deliveries are sent. */
public final class DeliveryPaths {

    private static final Pattern OURS = Pattern.compile("/webhooks?(?:[/;?].*)?");

    private DeliveryPaths() {}

    /** The URL patterns for the servlet and the filters of deliveries. */
    public static String[] patterns() {
        return new String[] {"/webhook", "/webhook/", "/webhooks/*"};
    }

    /**
     * Whether deliveries are sent to this path.
     *
     * @param rawPath the path as it was sent, which may be malformed
     */
    public static boolean covers(String rawPath) {
        return OURS.matcher(rawPath).matches();
    }
}
