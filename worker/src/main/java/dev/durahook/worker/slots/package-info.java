/** Watches a worker's slots for activities, and finds the slots that are held by attempts whose time is over. */
@NullMarked
package dev.durahook.worker.slots;

import org.jspecify.annotations.NullMarked;
