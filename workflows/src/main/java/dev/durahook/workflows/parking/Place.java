package dev.durahook.workflows.parking;

import io.temporal.workflow.CompletablePromise;

/**
 * A parked step and the promise of the decision on it.
 *
 * @param decision completed with the operator's decision
 */
record Place(ParkedStep step, CompletablePromise<Decision> decision) {}
