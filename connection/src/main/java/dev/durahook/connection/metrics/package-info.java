/**
 * Limits the labels and buckets of the metrics of Temporal's SDK, and adds metrics that only the Temporal server can
 * give: the age of the oldest event, and the number of tasks that wait for a worker.
 */
@NullMarked
package dev.durahook.connection.metrics;

import org.jspecify.annotations.NullMarked;
