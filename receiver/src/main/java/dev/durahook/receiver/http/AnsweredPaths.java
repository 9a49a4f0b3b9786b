package dev.durahook.receiver.http;

/** On which paths the receiver answers what the web server refuses by itself. */
@FunctionalInterface
public interface AnsweredPaths {

    /**
     * Whether this is one of them.
     *
     * @param path as it stands in a request that may be no good, without the context's; empty if none can be read
     */
    boolean contain(String path);
}
