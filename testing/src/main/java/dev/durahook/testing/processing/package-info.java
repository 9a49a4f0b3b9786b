/**
 * Runs handlers and workflows as the worker does, under their policies, in memory and with time skipped: no server, no
 * Spring, and hours of retries in a second.
 */
@NullMarked
package dev.durahook.testing.processing;

import org.jspecify.annotations.NullMarked;
