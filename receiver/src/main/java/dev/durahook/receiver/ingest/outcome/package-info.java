/** The outcome of a delivery: a receipt for each of its events, or the reason why the delivery was refused. */
@NullMarked
package dev.durahook.receiver.ingest.outcome;

import org.jspecify.annotations.NullMarked;
