package dev.durahook.receiver.http.refusal;

/**
 * Selects the paths for which the receiver, and not the web server, writes the response to a request that the web
 * server refused.
 */
@FunctionalInterface
public interface AnsweredPaths {

    /**
     * Whether the receiver answers refused requests to this path.
     *
     * @param path the raw path without the context path, as it was sent; it may be malformed, and is empty if it can't
     *     be read
     */
    boolean contain(String path);
}
