package dev.durahook.connection.server;

/**
 * A cache of what the Temporal server has answered. Every bean of this type is told when the server may no longer
 * hold the same data: after a change to another database or namespace, or after the restore of a backup. The methods
 * are called by any thread. An exception is logged, and the other beans are still notified.
 */
public interface ServerAnswerCache {

    /** The connection was lost: the cache must not be used until {@link #trust} or {@link #forget} is called. */
    void doubt();

    /** The same namespace of the same cluster has answered again: the cache may be used. */
    void trust();

    /** A call has failed, or another server has answered: the cache must be emptied. */
    void forget();
}
