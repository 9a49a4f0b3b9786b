/**
 * Processes an event in steps. Each step is an activity under a declared policy, and is parked if the policy is
 * exhausted.
 */
@NullMarked
package dev.durahook.workflows.processing;

import org.jspecify.annotations.NullMarked;
