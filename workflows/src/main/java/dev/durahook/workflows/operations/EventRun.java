package dev.durahook.workflows.operations;

/**
 * A run of an event's workflow.
 *
 * @param id the event ID, which is the workflow ID
 * @param runId the run's ID
 */
public record EventRun(String id, String runId) {}
