package dev.durahook.worker.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * Where events go, as it was declared and checked.
 *
 * @param name its name in configuration, messages and the Web UI
 * @param url where to post to; its query may hold a credential and is never shown
 * @param secrets what deliveries are signed with; of none they are not signed
 * @param forwarded lower-case names of the event's headers that are sent on
 * @param headers headers of its own, which may hold credentials and are never shown
 * @param timeouts how long an attempt may take
 * @param retryAfterLimit the longest that it may ask to be left alone
 * @param policy the name of the policy of its deliveries
 * @param limits how much it takes
 * @param allowPrivateNetwork whether it may be in a private network although the guard is on
 */
record Destination(
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

    /** A line for the log. Path and query of a URL may hold a credential, so there is its host alone. */
    String summary() {
        return "Destination %s: %s, %s, policy %s".formatted(name, url.host(), secrets.summary(), policy);
    }

    @Override
    public String toString() {
        return name;
    }
}
