/**
 * The beginning of an event's trace. It is the receiver's own: whoever sends may name a trace of theirs, to which a link is
 * set once the delivery is verified, but not decide which traces are kept, nor hand anything on.
 */
@NullMarked
package dev.durahook.receiver.tracing;

import org.jspecify.annotations.NullMarked;
