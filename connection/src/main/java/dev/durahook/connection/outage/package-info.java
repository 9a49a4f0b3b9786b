/** Notices that Temporal is away or refuses calls, reports that once in the log, and reconnects soon. */
@NullMarked
package dev.durahook.connection.outage;

import org.jspecify.annotations.NullMarked;
