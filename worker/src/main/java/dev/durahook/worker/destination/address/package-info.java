/** Keeps connections to destinations out of private networks. */
@NullMarked
package dev.durahook.worker.destination.address;

import org.jspecify.annotations.NullMarked;
