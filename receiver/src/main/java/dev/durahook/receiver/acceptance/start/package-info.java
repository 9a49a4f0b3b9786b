/** Starts the workflow of an event in Temporal, and reads the failures of a start. */
@NullMarked
package dev.durahook.receiver.acceptance.start;

import org.jspecify.annotations.NullMarked;
