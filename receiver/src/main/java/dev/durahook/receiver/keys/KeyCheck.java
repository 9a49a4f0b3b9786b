package dev.durahook.receiver.keys;

import dev.durahook.receiver.verification.NotVerifiedException;

/**
 * Verifies a delivery with a fetched key.
 *
 * @param <V> the type of the key
 * @param <R> the result for a genuine delivery
 */
@FunctionalInterface
public interface KeyCheck<V, R> {

    /**
     * Verifies the delivery with this key.
     *
     * @throws NotVerifiedException if the delivery was not signed with this key
     */
    R with(V key) throws NotVerifiedException;
}
