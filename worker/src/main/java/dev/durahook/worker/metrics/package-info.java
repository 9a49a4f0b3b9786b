/** Counts and times the attempts of handlers, of destinations and of an author's own activities. */
@NullMarked
package dev.durahook.worker.metrics;

import org.jspecify.annotations.NullMarked;
