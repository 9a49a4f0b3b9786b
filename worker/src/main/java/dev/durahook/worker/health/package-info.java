/** What a probe may ask of a worker: whether Temporal knows that it polls. */
@NullMarked
package dev.durahook.worker.health;

import org.jspecify.annotations.NullMarked;
