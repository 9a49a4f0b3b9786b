package dev.durahook.connection.server;

/**
 * What an application remembers of what a server told it, so as not to ask again. Every bean of this type learns when the
 * server may no longer have what it had: another database, another namespace, a restored backup. Called by any thread.
 */
public interface ServerMemory {

    /** The connection was lost. Nothing may be relied on until {@link #trust} or {@link #forget} is called. */
    void doubt();

    /** The same namespace of the same cluster has answered again. */
    void trust();

    /** Something has failed, or another server has answered: what was remembered is worth nothing. */
    void forget();
}
