package dev.durahook.receiver.keys;

import dev.durahook.receiver.keys.https.NoSuchKeyException;
import dev.durahook.receiver.keys.https.RefusedCredentialException;
import java.io.IOException;

/**
 * Fetches and parses the keys of a provider.
 *
 * @param <K> the type of key names
 * @param <V> the type of keys
 */
@FunctionalInterface
public interface KeyLoader<K, V> {

    /**
     * The key with this name.
     *
     * @throws NoSuchKeyException if the provider has no such key, or answers with something that is not a key
     * @throws RefusedCredentialException if the provider refuses the receiver's credential
     * @throws IOException if it is unknown whether the key exists
     */
    V load(K name) throws IOException;

    /** Whether a cached key may still be used, apart from its age. */
    default boolean isCurrent(V key) {
        return true;
    }
}
