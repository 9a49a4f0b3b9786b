package dev.durahook.worker.destination.http;

import dev.durahook.worker.destination.http.client.Timeouts;
import dev.durahook.worker.destination.signing.SigningSecrets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * An HTTP endpoint that events are posted to, as it was declared and checked.
 *
 * @param name its name in configuration, messages and the Web UI
 * @param url the URL that events are posted to; its query may hold a credential and is never shown
 * @param secrets the secrets that requests are signed with; if there are none, requests are not signed
 * @param forwarded lower-case names of the event's headers that are sent on
 * @param headers additional headers of each request; they may hold credentials and are never shown
 * @param timeouts how long an attempt may take
 * @param retryAfterLimit the longest wait that the destination may ask for
 * @param allowPrivateNetwork whether the destination may be in a private network although private networks are blocked
 * @param blockPrivateNetworks whether private networks are blocked for the destinations that may not be there
 */
record HttpDestination(
        String name,
        HttpUrl url,
        SigningSecrets secrets,
        List<String> forwarded,
        Map<String, String> headers,
        Timeouts timeouts,
        Duration retryAfterLimit,
        boolean allowPrivateNetwork,
        boolean blockPrivateNetworks) {

    /** Returns a text for the log. A URL's path and query may hold a credential, so the text shows only the host. */
    String summary() {
        return url.host() + ", " + secrets.summary() + ", private networks " + (isGuarded() ? "blocked" : "allowed");
    }

    /** Whether connections of this destination to private networks are refused. */
    boolean isGuarded() {
        return blockPrivateNetworks && !allowPrivateNetwork;
    }

    @Override
    public String toString() {
        return name;
    }
}
