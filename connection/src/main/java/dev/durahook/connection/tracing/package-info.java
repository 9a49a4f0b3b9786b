/**
 * Traces of what goes to Temporal and comes from it, with Temporal's own interceptors. Where nobody exports traces, there
 * are none, and histories carry nothing of them.
 */
@NullMarked
package dev.durahook.connection.tracing;

import org.jspecify.annotations.NullMarked;
