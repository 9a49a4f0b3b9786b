package dev.durahook.receiver.delivery;

/** A request of a sender: URL, headers and body. */
public final class Delivery {

    private final String url;
    private final Headers headers;
    private final byte[] body;

    /**
     * A request as it was received.
     *
     * @param url the URL of the request, including the query: some schemes sign it
     * @param headers the request's headers
     * @param body the exact bytes that were sent; the delivery takes the array over, and it must not be changed
     */
    public Delivery(String url, Headers headers, byte[] body) {
        this.url = url;
        this.headers = headers;
        this.body = body;
    }

    /**
     * The same request with another URL: behind a proxy, the sender's URL differs from the URL that the receiver sees.
     */
    public Delivery at(String otherUrl) {
        return new Delivery(otherUrl, headers, body);
    }

    /** The same request with another body: one event out of several, or the unpacked or decrypted content. */
    public Delivery carrying(byte[] part) {
        return new Delivery(url, headers, part);
    }

    /** The same request with another body, whose media type differs from the media type of the request. */
    public Delivery carrying(byte[] part, String mediaType) {
        return new Delivery(url, headers.with("Content-Type", mediaType), part);
    }

    /** The same request with other headers, namely the signed ones. */
    public Delivery with(Headers others) {
        return new Delivery(url, others, body);
    }

    /** The URL of the request, including the query, or the URL that was set with {@link #at}. */
    public String url() {
        return url;
    }

    /** The request's headers. */
    public Headers headers() {
        return headers;
    }

    /**
     * The exact bytes that were sent, or the part that was set with {@link #carrying}. This is not a copy, and must not
     * be changed.
     */
    public byte[] body() {
        return body;
    }
}
