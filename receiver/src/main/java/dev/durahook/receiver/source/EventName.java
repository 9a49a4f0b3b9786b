package dev.durahook.receiver.source;

import dev.durahook.workflows.EventId;

/**
 * The ID of an event.
 *
 * @param id the ID
 * @param by what named the event
 * @param isDeclared whether its scheme says so; otherwise, what should name the event was missing
 */
record EventName(EventId id, NamedBy by, boolean isDeclared) {}
