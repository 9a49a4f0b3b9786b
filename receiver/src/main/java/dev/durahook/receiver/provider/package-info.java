/**
 * Verifies what providers sign in a way of their own, which no row of words could say: a signature inside the body, a
 * token, a certificate. Here alone something of a delivery is parsed before it is verified, because the signature is in
 * there; strictly, and nothing of it is believed until the signature holds.
 */
@NullMarked
package dev.durahook.receiver.provider;

import org.jspecify.annotations.NullMarked;
