/** Declares how often a step is tried and how long it waits in between, in Temporal's own terms. */
@NullMarked
package dev.durahook.workflows.policy;

import org.jspecify.annotations.NullMarked;
