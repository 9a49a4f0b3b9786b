/** A readiness check of the worker: whether Temporal knows its pollers. */
@NullMarked
package dev.durahook.worker.health;

import org.jspecify.annotations.NullMarked;
