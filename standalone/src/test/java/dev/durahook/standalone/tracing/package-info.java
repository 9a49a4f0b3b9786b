/** Receiver and worker in one process that traces, as a team's own application may. */
@NullMarked
package dev.durahook.standalone.tracing;

import org.jspecify.annotations.NullMarked;
