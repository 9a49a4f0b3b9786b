package dev.durahook.reliability.record;

/**
 * An effect that a destination has recorded.
 *
 * @param kind the kind of the event, which stands for the destination
 * @param key the key under which the effect may be made once
 * @param eventId the event's ID
 */
public record SeenEffect(EventKind kind, String key, String eventId) {}
