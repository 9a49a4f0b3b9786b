/**
 * Keeps the keys with which providers sign, and fetches a key that is not known yet. A delivery that is not verified
 * yet names the key, so the number of fetches is limited.
 */
@NullMarked
package dev.durahook.receiver.keys;

import org.jspecify.annotations.NullMarked;
