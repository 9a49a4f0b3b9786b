/**
 * Stores verified events durably: each becomes a started workflow, once, or the sender is asked to deliver again.
 *
 * <p>No event is acknowledged before Temporal has stored it, and no sender waits longer than the deadline.
 */
@NullMarked
package dev.durahook.receiver.acceptance;

import org.jspecify.annotations.NullMarked;
