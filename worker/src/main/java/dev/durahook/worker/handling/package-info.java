/**
 * Lets the application's handlers share a worker: each handler has its own task queue and a limited number of slots.
 */
@NullMarked
package dev.durahook.worker.handling;

import org.jspecify.annotations.NullMarked;
