/** A destination of the kind {@code workflow} as it is declared and checked, and what it reads of an event. */
@NullMarked
package dev.durahook.worker.destination.workflow.declaration;

import org.jspecify.annotations.NullMarked;
