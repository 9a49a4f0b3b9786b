package dev.durahook.receiver.delivery;

/** One request of a sender. */
public final class Delivery {

    private final String url;
    private final Headers headers;
    private final byte[] body;

    /**
     * A request as it was read.
     *
     * @param url the URL as the sender wrote it, with its query: some schemes sign it
     * @param headers the request's headers
     * @param body the exact bytes that were sent; owned by the delivery, never changed
     */
    public Delivery(String url, Headers headers, byte[] body) {
        this.url = url;
        this.headers = headers;
        this.body = body;
    }

    /** The same request, addressed to another URL: a proxy in front of us is not where the sender thinks it sends. */
    public Delivery at(String otherUrl) {
        return new Delivery(otherUrl, headers, body);
    }

    /** The same request with what its body carries: one event of several, or what was packed or encrypted. */
    public Delivery carrying(byte[] part) {
        return new Delivery(url, headers, part);
    }

    /** The same request with what was packed in its body, which is of another media type than the request says. */
    public Delivery carrying(byte[] part, String mediaType) {
        return new Delivery(url, headers.with("Content-Type", mediaType), part);
    }

    /** The same request with other headers: those that were signed. */
    public Delivery with(Headers others) {
        return new Delivery(url, others, body);
    }

    /** The URL as the sender wrote it, with its query. */
    public String url() {
        return url;
    }

    /** The request's headers. */
    public Headers headers() {
        return headers;
    }

    /** The exact bytes that were sent. Not a copy: never to be changed. */
    public byte[] body() {
        return body;
    }
}
