package dev.durahook.worker.destination.workflow;

/**
 * The workflow that is started if it is missing.
 *
 * @param type its workflow type
 * @param taskQueue the task queue of its workers
 */
record NewWorkflow(String type, String taskQueue) {}
