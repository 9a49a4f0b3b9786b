/** Faults that a seed draws, and how they are made and ended. */
@NullMarked
package dev.durahook.reliability.fault;

import org.jspecify.annotations.NullMarked;
