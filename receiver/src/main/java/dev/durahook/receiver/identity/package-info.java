/** Determines the ID and the type of an event, and the line about the event in the Web UI. */
@NullMarked
package dev.durahook.receiver.identity;

import org.jspecify.annotations.NullMarked;
