package dev.durahook.reliability.record;

/**
 * An effect that a destination has recorded.
 *
 * @param kind the kind of the event, which stands for the destination
 * @param key the key under which the effect may be made once
 * @param eventId the event's ID
 * @param body the hash of the exact body that the destination got; empty if the destination got none
 */
public record SeenEffect(EventKind kind, String key, String eventId, String body) {}
