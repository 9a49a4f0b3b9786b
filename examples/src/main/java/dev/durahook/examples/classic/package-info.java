/**
 * The classic webhook template as a Temporal workflow: an endpoint in front of a task queue, with five retries and an
 * idempotency check.
 */
@NullMarked
package dev.durahook.examples.classic;

import org.jspecify.annotations.NullMarked;
