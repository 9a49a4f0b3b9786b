/** How the application's handlers share a worker: each has a task queue of its own, and no more than its share of the slots. */
@NullMarked
package dev.durahook.worker.handling;

import org.jspecify.annotations.NullMarked;
