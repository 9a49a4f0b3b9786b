/** Handlers: one class for an event type, run as an activity. Nothing here is workflow code. */
@NullMarked
package dev.durahook.workflows.handling;

import org.jspecify.annotations.NullMarked;
