package dev.durahook.receiver.keys;

import dev.durahook.receiver.signature.NotVerifiedException;

/**
 * Verifies a delivery with a key.
 *
 * @param <V> a key
 * @param <R> what is known of a delivery that is genuine
 */
@FunctionalInterface
public interface KeyCheck<V, R> {

    /**
     * What is known of the delivery.
     *
     * @throws NotVerifiedException if it was not signed with this key
     */
    R with(V key) throws NotVerifiedException;
}
