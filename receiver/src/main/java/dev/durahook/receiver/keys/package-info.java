/**
 * Fetches the keys with which providers sign. A delivery that is not verified yet names the key's address, so addresses
 * are checked before anything is fetched, and fetches are limited in size, time and number.
 */
@NullMarked
package dev.durahook.receiver.keys;

import org.jspecify.annotations.NullMarked;
