/** Compares the clocks of receivers and workers with the server's. */
@NullMarked
package dev.durahook.worker.clock;

import org.jspecify.annotations.NullMarked;
