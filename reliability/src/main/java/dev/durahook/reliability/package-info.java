/** Runs the product under load and faults, and checks what became of each event. */
@NullMarked
package dev.durahook.reliability;

import org.jspecify.annotations.NullMarked;
