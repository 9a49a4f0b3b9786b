/**
 * Verifies deliveries of providers whose signatures a rule in {@code schemes.yml} can't describe: signatures inside the
 * body, signed tokens and certificates. Only here is a part of a delivery parsed before it is verified, because it
 * contains the signature. Parsing is strict, and no value is trusted before the signature is verified.
 */
@NullMarked
package dev.durahook.receiver.provider;

import org.jspecify.annotations.NullMarked;
