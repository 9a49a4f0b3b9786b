package dev.durahook.connection.server;

/** Learns after each call of {@link ServerWatch} whether the server has answered. */
public interface ServerContactListener {

    /** The server has answered. */
    void answered();

    /** The server has not answered, or has refused the call. */
    void failed(RuntimeException failure);
}
