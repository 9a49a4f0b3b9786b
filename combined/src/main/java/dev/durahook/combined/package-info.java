/** Receiver and worker in one process, for production. */
@NullMarked
package dev.durahook.combined;

import org.jspecify.annotations.NullMarked;
