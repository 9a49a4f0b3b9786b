/**
 * Refuses values that are larger than Temporal takes, before a workflow sends them. Temporal terminates a workflow that
 * sends such a value, and the event would be lost.
 */
@NullMarked
package dev.durahook.workflows.size;

import org.jspecify.annotations.NullMarked;
