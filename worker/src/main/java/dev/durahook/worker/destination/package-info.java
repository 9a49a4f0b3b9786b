/** Delivers events over HTTP to the destinations that are configured, and to no other. */
@NullMarked
package dev.durahook.worker.destination;

import org.jspecify.annotations.NullMarked;
