package dev.durahook.worker.destination;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A destination as it is declared under {@code durahook.destinations.<name>}.
 *
 * @param url where events are posted to; https, without user or password
 * @param secrets secrets that deliveries are signed with, each whsec_ and base64 or whsk_ and base64; several while one
 *     replaces another
 * @param secretFiles files that hold one secret each; they are read at each delivery
 * @param signature standard-webhooks, or none for a destination that verifies nothing
 * @param headers names of the event's headers that are sent on; never a credential
 * @param requestHeaders further headers with their values, such as Authorization
 * @param connectTimeout the longest wait for a connection
 * @param requestTimeout the longest wait for the destination to take or to send the next bytes
 * @param totalTimeout the longest that a whole attempt may take
 * @param retryAfterLimit the longest Retry-After that is honoured; a longer one is cut to this limit
 * @param policy the name of the policy of its deliveries, under durahook.policies
 * @param requestsPerSecond the most requests a second from all workers together; no limit if left out
 * @param concurrency the most requests at a time from one worker
 * @param allowHttp whether the URL may be http although its host is not this machine
 * @param allowPrivateNetwork whether its address may be private although durahook.delivery.block-private-networks is on
 */
record HttpDestinationProperties(
        @Nullable String url,
        @DefaultValue List<String> secrets,
        @DefaultValue List<String> secretFiles,
        @DefaultValue("standard-webhooks") SignatureChoice signature,
        @DefaultValue List<String> headers,
        @DefaultValue Map<String, String> requestHeaders,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration requestTimeout,
        @DefaultValue("30s") Duration totalTimeout,
        @DefaultValue("1h") Duration retryAfterLimit,
        @DefaultValue("default") String policy,
        @Nullable Double requestsPerSecond,
        @DefaultValue("10") int concurrency,
        boolean allowHttp,
        boolean allowPrivateNetwork) {

    HttpDestinationProperties {
        secrets = List.copyOf(secrets);
        secretFiles = List.copyOf(secretFiles);
        headers = List.copyOf(headers);
        requestHeaders = Map.copyOf(requestHeaders);
    }

    // Secrets, header values and the URL's query must not be shown.
    @Override
    public String toString() {
        return "[destination]";
    }
}
