/** Asks Temporal what it holds at the end of a run. */
@NullMarked
package dev.durahook.reliability.collect;

import org.jspecify.annotations.NullMarked;
