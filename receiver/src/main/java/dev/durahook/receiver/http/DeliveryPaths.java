package dev.durahook.receiver.http;

import java.util.regex.Pattern;

/** Where deliveries go. */
public final class DeliveryPaths {

    private static final Pattern OURS = Pattern.compile("/webhooks?(?:[/;?].*)?");

    private DeliveryPaths() {}

    /** The patterns of their servlet and their filters. */
    public static String[] patterns() {
        return new String[] {"/webhook", "/webhook/", "/webhooks/*"};
    }

    /** Whether a path is one of them, as it stands in a request that may be no good. */
    public static boolean covers(String rawPath) {
        return OURS.matcher(rawPath).matches();
    }
}
