/** Reads what a workflow has done and what it waits for. For the kit itself: a test asks {@code ProcessedEvent}. */
@NullMarked
package dev.durahook.testing.execution;

import org.jspecify.annotations.NullMarked;
