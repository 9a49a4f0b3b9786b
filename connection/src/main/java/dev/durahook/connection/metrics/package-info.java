/**
 * What Temporal's own metrics may cost, and what Temporal knows of events that no application counts: how old the oldest is,
 * and how many tasks wait.
 */
@NullMarked
package dev.durahook.connection.metrics;

import org.jspecify.annotations.NullMarked;
