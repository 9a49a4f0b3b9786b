/** Decides whether a delivery comes from whom it claims to come from. Schemes are data, read from {@code schemes.yml}. */
@NullMarked
package dev.durahook.receiver.signature;

import org.jspecify.annotations.NullMarked;
