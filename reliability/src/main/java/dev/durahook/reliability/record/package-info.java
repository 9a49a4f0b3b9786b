/** The three records of a run: deliveries, stored events and effects. */
@NullMarked
package dev.durahook.reliability.record;

import org.jspecify.annotations.NullMarked;
