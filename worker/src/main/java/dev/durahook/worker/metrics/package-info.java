/** What Temporal knows of the events and no counter of a worker does: how old the oldest is, and how many tasks wait. */
@NullMarked
package dev.durahook.worker.metrics;

import org.jspecify.annotations.NullMarked;
