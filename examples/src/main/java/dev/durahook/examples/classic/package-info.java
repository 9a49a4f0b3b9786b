/**
 * The well-known template, an endpoint in front of a task queue with five retries and an idempotency check, as a
 * Temporal workflow.
 */
@NullMarked
package dev.durahook.examples.classic;

import org.jspecify.annotations.NullMarked;
