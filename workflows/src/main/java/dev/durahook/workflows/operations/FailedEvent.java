package dev.durahook.workflows.operations;

/**
 * An event with which an operation could not do anything.
 *
 * @param id the event ID
 * @param reason Temporal's answer
 */
public record FailedEvent(String id, String reason) {}
