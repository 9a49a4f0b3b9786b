/** Reads the bodies of requests in the background, within a budget of memory, a deadline and a pace. */
@NullMarked
package dev.durahook.receiver.http.body;

import org.jspecify.annotations.NullMarked;
