/** Processes that can be killed, frozen, replaced and started again. */
@NullMarked
package dev.durahook.reliability.process;

import org.jspecify.annotations.NullMarked;
