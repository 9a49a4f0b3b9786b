/** How an event is processed: in steps, each an activity under a declared policy, parked when a policy is exhausted. */
@NullMarked
package dev.durahook.workflows.processing;

import org.jspecify.annotations.NullMarked;
