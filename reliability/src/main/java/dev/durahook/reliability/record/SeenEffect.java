package dev.durahook.reliability.record;

/**
 * An effect that a destination has recorded.
 *
 * @param kind the kind of events that belong to the destination
 * @param key the ledger's key, or the end of the ID of the workflow that took the event; otherwise the event's ID
 * @param eventId the event's ID
 * @param body the hash of the exact body that the destination got; empty if the destination got none
 */
public record SeenEffect(EventKind kind, String key, String eventId, String body) {}
