/**
 * Fetches keys and certificates over HTTPS, and decides which certificates are trusted. A delivery that is not verified
 * yet can name the address, so the address is checked before the fetch, and the time and the size are limited.
 */
@NullMarked
package dev.durahook.receiver.keys.https;

import org.jspecify.annotations.NullMarked;
