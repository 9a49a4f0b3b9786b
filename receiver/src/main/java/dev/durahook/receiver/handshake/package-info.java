/**
 * Handshakes, with which a provider confirms that a URL belongs to its customer before it sends events there.
 *
 * <p>Handshakes are described by a scheme's data. They never reach Temporal, and no answer can be used as the signature
 * of a delivery.
 */
@NullMarked
package dev.durahook.receiver.handshake;

import org.jspecify.annotations.NullMarked;
