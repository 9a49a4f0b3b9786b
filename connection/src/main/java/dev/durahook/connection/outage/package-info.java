/** Notices that Temporal does not answer or refuses calls, logs that once, and reconnects soon. */
@NullMarked
package dev.durahook.connection.outage;

import org.jspecify.annotations.NullMarked;
