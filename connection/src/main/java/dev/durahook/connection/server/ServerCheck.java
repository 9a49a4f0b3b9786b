package dev.durahook.connection.server;

/** Checks whether the Temporal server meets the needs of the configuration. Every bean of this type is called. */
public interface ServerCheck {

    /**
     * Called when the server has answered for the first time, and again when the answer has changed; never by two
     * threads at once. An exception is logged, and the other checks still run.
     */
    void check(ServerDescription server);
}
