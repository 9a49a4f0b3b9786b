package dev.durahook.worker.destination;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * An HTTP endpoint that events are delivered to, as it was declared and checked.
 *
 * @param name its name in configuration, messages and the Web UI
 * @param url the URL that events are posted to; its query may hold a credential and is never shown
 * @param secrets the secrets that deliveries are signed with; if there are none, deliveries are not signed
 * @param forwarded lower-case names of the event's headers that are sent on
 * @param headers additional headers of each request; they may hold credentials and are never shown
 * @param timeouts how long an attempt may take
 * @param retryAfterLimit the longest wait that the destination may ask for
 * @param policy the name of the policy of its deliveries
 * @param limits how many requests the destination takes
 * @param allowPrivateNetwork whether the destination may be in a private network although private networks are blocked
 */
record HttpDestination(
        String name,
        HttpUrl url,
        SigningSecrets secrets,
        List<String> forwarded,
        Map<String, String> headers,
        Timeouts timeouts,
        Duration retryAfterLimit,
        String policy,
        Limits limits,
        boolean allowPrivateNetwork) {

    /** Returns a line for the log. A URL's path and query may hold a credential, so the line shows only the host. */
    String summary() {
        return "Destination %s: %s, %s, policy %s".formatted(name, url.host(), secrets.summary(), policy);
    }

    @Override
    public String toString() {
        return name;
    }
}
