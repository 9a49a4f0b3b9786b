/** Processes that a program starts. */
@NullMarked
package dev.durahook.loadsupport.process;

import org.jspecify.annotations.NullMarked;
