package dev.durahook.receiver.delivery;

/**
 * One request of a sender.
 *
 * @param url the URL as the sender wrote it, with its query: some schemes sign it
 * @param headers the request's headers
 * @param body the exact bytes that were sent; owned by the delivery, never changed
 */
public record Delivery(String url, Headers headers, byte[] body) {

    // The record's own would print what nobody has verified.
    @Override
    public String toString() {
        return "Delivery[" + body.length + " bytes]";
    }

    /** Deliveries are not values: each request is its own. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
