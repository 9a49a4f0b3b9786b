package dev.durahook.receiver.keys;

import java.io.IOException;

/**
 * Fetches and reads keys of a provider.
 *
 * @param <K> what names a key
 * @param <V> a key
 */
@FunctionalInterface
public interface Loader<K, V> {

    /**
     * The key of this name.
     *
     * @throws NoSuchKeyException if the provider says that there is no such key, or answers with something else
     * @throws RefusedCredentialException if the provider refuses what we ask with
     * @throws IOException if there is no answer that tells
     */
    V load(K name) throws IOException;

    /** Whether a key that was fetched earlier may still be used, apart from its age. */
    default boolean isCurrent(V key) {
        return true;
    }
}
