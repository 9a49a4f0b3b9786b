/** Fetches keys and certificates over HTTPS, and decides which are trusted. */
@NullMarked
package dev.durahook.receiver.keys.https;

import org.jspecify.annotations.NullMarked;
