/** The clock of all processes of a run, and pauses. */
@NullMarked
package dev.durahook.loadsupport.time;

import org.jspecify.annotations.NullMarked;
