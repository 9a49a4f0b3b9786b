/**
 * Makes the first attempt of an event's only step inside the workflow task that made the plan, so that an event that
 * succeeds at once costs one workflow task.
 */
@NullMarked
package dev.durahook.worker.inline;

import org.jspecify.annotations.NullMarked;
