package dev.durahook.worker.destination.kind;

/**
 * A workflow that a destination starts if it is missing.
 *
 * @param type its workflow type
 * @param taskQueue the task queue of its workers
 */
public record NewWorkflow(String type, String taskQueue) {}
