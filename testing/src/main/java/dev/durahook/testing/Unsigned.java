package dev.durahook.testing;

import java.util.Map;

/** What there is to sign. */
final class Unsigned {

    private final String url;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * A request without its signature.
     *
     * @param url the URL that the provider sends to, as it knows it
     * @param headers the headers so far, without regard to case
     * @param body the body
     */
    Unsigned(String url, Map<String, String> headers, byte[] body) {
        this.url = url;
        this.headers = headers;
        this.body = body;
    }

    String url() {
        return url;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
