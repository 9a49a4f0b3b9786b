/** Records deliveries for operators: metrics, log lines, and the probable causes of wrong signatures. */
@NullMarked
package dev.durahook.receiver.ingest.record;

import org.jspecify.annotations.NullMarked;
