package dev.durahook.reliability.check;

/**
 * A promise that was broken.
 *
 * @param kind which promise
 * @param eventId the ID of the event
 * @param detail what was seen
 */
public record Violation(ViolationKind kind, String eventId, String detail) {}
