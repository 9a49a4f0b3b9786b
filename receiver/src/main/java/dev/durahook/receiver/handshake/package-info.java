/**
 * How a provider makes sure of an address before it sends events there: it asks, and whoever owns the address answers.
 *
 * <p>Handshakes are data of a scheme. Nothing of them reaches Temporal, and no answer can serve as the signature of a
 * delivery.
 */
@NullMarked
package dev.durahook.receiver.handshake;

import org.jspecify.annotations.NullMarked;
