package dev.durahook.workflows.parking;

import io.temporal.workflow.CompletablePromise;

/**
 * A parked step that waits, and the promise of the decision on it.
 *
 * @param step the parked step
 * @param decision completed with the operator's decision
 */
record PendingDecision(ParkedStep step, CompletablePromise<Decision> decision) {}
