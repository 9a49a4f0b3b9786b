/** Extracts the events from a verified delivery: the bytes of each event, and the headers that are stored with it. */
@NullMarked
package dev.durahook.receiver.extraction;

import org.jspecify.annotations.NullMarked;
