/** What the metrics of Temporal's SDK may cost: labels that senders fill, and buckets. */
@NullMarked
package dev.durahook.connection.metrics;

import org.jspecify.annotations.NullMarked;
