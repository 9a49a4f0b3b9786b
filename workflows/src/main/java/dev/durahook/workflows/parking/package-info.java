/**
 * Parks an event that can't be processed further by itself: the event waits, visible in the Web UI, for a person's
 * decision.
 */
@NullMarked
package dev.durahook.workflows.parking;

import org.jspecify.annotations.NullMarked;
