/**
 * How a scheme signs: by a rule of {@code schemes.yml}, by a class, or not at all. The way is chosen once; all other
 * code asks {@link dev.durahook.receiver.signing.SigningMethod}.
 */
@NullMarked
package dev.durahook.receiver.signing;

import org.jspecify.annotations.NullMarked;
