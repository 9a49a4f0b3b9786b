/**
 * Durable acceptance: a verified event becomes a started workflow, once, or the sender is told to come back.
 *
 * <p>Nothing is acknowledged that Temporal has not stored, and nobody waits longer than the deadline.
 */
@NullMarked
package dev.durahook.receiver.acceptance;

import org.jspecify.annotations.NullMarked;
