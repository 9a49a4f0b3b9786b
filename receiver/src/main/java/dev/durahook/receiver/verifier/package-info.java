/**
 * The interface of classes that verify deliveries which a rule in {@code schemes.yml} can't describe. The verifiers of
 * the catalogue's providers implement this interface, and so does a verifier of an application's own.
 */
@NullMarked
package dev.durahook.receiver.verifier;

import org.jspecify.annotations.NullMarked;
