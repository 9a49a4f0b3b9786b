package dev.durahook.receiver.identity;

import dev.durahook.workflows.EventId;

/**
 * The ID of an event, and how it was determined.
 *
 * @param id the ID
 * @param by what identified the event
 * @param isDeclared whether the scheme's rule determined the ID; false if the values that the rule names were missing
 */
record AssignedId(EventId id, NamedBy by, boolean isDeclared) {}
