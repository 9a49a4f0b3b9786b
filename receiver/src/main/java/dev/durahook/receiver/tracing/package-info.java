/**
 * Begins the trace of an event. Each delivery begins a new trace of the receiver. A sender's trace is only linked,
 * after the delivery is verified: a sender can't decide which traces are sampled, and none of its baggage is passed on.
 */
@NullMarked
package dev.durahook.receiver.tracing;

import org.jspecify.annotations.NullMarked;
