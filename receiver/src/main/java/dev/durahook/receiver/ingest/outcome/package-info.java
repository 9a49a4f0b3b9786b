/** The outcome of a delivery: receipts for its events, or the problem for which the delivery was refused. */
@NullMarked
package dev.durahook.receiver.ingest.outcome;

import org.jspecify.annotations.NullMarked;
