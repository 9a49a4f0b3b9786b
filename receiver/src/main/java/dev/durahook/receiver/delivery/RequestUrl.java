package dev.durahook.receiver.delivery;

/**
 * A URL, split at its first question mark.
 *
 * @param address the part before the query
 * @param query the query with its question mark; empty if the URL has none
 */
public record RequestUrl(String address, String query) {

    /** Splits a URL. */
    public static RequestUrl of(String url) {
        int question = url.indexOf('?');
        return question < 0
                ? new RequestUrl(url, "")
                : new RequestUrl(url.substring(0, question), url.substring(question));
    }

    /** The query without its question mark; empty if the URL has none. */
    public String parameters() {
        return query.isEmpty() ? "" : query.substring(1);
    }
}
