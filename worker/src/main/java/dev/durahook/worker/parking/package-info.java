/** How parked events are found: by a search attribute, and counted. */
@NullMarked
package dev.durahook.worker.parking;

import org.jspecify.annotations.NullMarked;
