package dev.durahook.worker.destination.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of an HTTP destination under {@code durahook.destinations.<name>}.
 *
 * @param url where events are posted to; https, without user or password
 * @param secrets secrets that requests are signed with, each whsec_ and base64 or whsk_ and base64; several while one
 *     replaces another
 * @param secretFiles files that hold one secret each; they are read for each request
 * @param signature standard-webhooks, or none for a destination that verifies nothing
 * @param headers names of the event's headers that are sent on; never a credential
 * @param requestHeaders further headers with their values, such as Authorization
 * @param connectTimeout the longest wait for a connection; before that, the DNS may take two seconds longer than this
 * @param requestTimeout the longest wait for the destination to take or to send the next bytes; at most 95 % of the
 *     time that the attempt may take
 * @param totalTimeout the longest that a whole attempt may take
 * @param retryAfterLimit the longest Retry-After that is honoured; a longer one is cut to this limit
 * @param allowHttp whether the URL may be http although its host is not this machine
 * @param allowPrivateNetwork whether its address may be private although
 *     durahook.http-destinations.block-private-networks is on
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
