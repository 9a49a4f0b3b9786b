package dev.durahook.connection.server;

/** Learns each time whether the server has answered. */
public interface Contact {

    /** It has answered. */
    void answered();

    /** It has not, or it has refused to. */
    void failed(RuntimeException failure);
}
