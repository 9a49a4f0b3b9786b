/**
 * Decides whether a delivery comes from the sender that it claims to come from. Most schemes are data, read from {@code
 * schemes.yml}.
 */
@NullMarked
package dev.durahook.receiver.signature;

import org.jspecify.annotations.NullMarked;
