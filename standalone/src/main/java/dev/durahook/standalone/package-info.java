/** Receiver and worker in one process, with a Temporal found or started for them: the way to try Durahook. */
@NullMarked
package dev.durahook.standalone;

import org.jspecify.annotations.NullMarked;
