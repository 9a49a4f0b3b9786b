/**
 * Traces workflows and activities with Temporal's own interceptors. If the application exports no traces, none are
 * made, and histories hold no trace headers.
 */
@NullMarked
package dev.durahook.connection.tracing;

import org.jspecify.annotations.NullMarked;
