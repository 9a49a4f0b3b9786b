package dev.durahook.signing;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.signing.signer.ProviderRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request as a provider sends it. Its text form leaves out the headers, because some providers send the secret itself
 * in a header.
 */
public final class ProviderDelivery {

    private final String url;
    private final Map<String, String> headers;
    private final byte[] body;

    ProviderDelivery(ProviderRequest request) {
        this(request.url(), request.headers(), request.body());
    }

    ProviderDelivery(String url, Map<String, String> headers, byte[] body) {
        this.url = url;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = body;
    }

    /** The URL to which the delivery is sent. */
    public String url() {
        return url;
    }

    /** The headers, in alphabetical order. */
    public Map<String, String> headers() {
        return headers;
    }

    /** A copy of the exact bytes of the body. */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The request for a {@link java.net.http.HttpClient}; a time-out and more can be added to it.
     *
     * @throws IllegalArgumentException if the client can't send one of the headers; the message does not quote its value,
     *     which may be the secret
     */
    public HttpRequest.Builder toRequest() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofByteArray(body));
        headers.forEach((name, value) -> set(request, name, value));
        return request;
    }

    private static void set(HttpRequest.Builder request, String name, String value) {
        try {
            request.setHeader(name, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the header " + name
                    + " can't be sent: the HTTP client sets it itself, or its value has a character that no header can"
                    + " have");
        }
    }

    /** The request as the receiver hands it to a source, for tests without a server. */
    public Delivery toDelivery() {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        headers.forEach((name, value) -> sent.put(name, List.of(value)));
        return new Delivery(url, Headers.of(sent), body());
    }

    @Override
    public String toString() {
        return "a delivery of " + body.length + " bytes to " + url;
    }
}
