/** Watches the slots that a worker has for activities, and finds those that are held by attempts whose time is over. */
@NullMarked
package dev.durahook.worker.slots;

import org.jspecify.annotations.NullMarked;
