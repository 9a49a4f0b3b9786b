/**
 * Explains why a delivery was not verified: what should have been signed, what was sent, and which single change would
 * make the signature match.
 */
@NullMarked
package dev.durahook.receiver.explain;

import org.jspecify.annotations.NullMarked;
