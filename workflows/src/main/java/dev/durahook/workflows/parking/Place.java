package dev.durahook.workflows.parking;

import io.temporal.workflow.CompletablePromise;

/**
 * A step that waits, and what it waits for.
 *
 * @param decision what an operator wants
 */
record Place(ParkedStep step, CompletablePromise<Decision> decision) {}
