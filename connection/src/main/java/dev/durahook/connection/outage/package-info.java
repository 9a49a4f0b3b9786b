/** Notices that Temporal does not answer or refuses calls, logs that once, reports it as a metric, and reconnects soon. */
@NullMarked
package dev.durahook.connection.outage;

import org.jspecify.annotations.NullMarked;
