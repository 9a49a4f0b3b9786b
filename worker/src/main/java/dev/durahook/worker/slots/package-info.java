/** The places that a worker has for activities, and those that attempts hold whose time is over. */
@NullMarked
package dev.durahook.worker.slots;

import org.jspecify.annotations.NullMarked;
