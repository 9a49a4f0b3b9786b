/** Says why a delivery was not verified: what was computed over, what was sent, and which one thing makes it match. */
@NullMarked
package dev.durahook.receiver.explain;

import org.jspecify.annotations.NullMarked;
