/** The moments at which events had their effects, which one process writes and another process reads. */
@NullMarked
package dev.durahook.loadsupport.effect;

import org.jspecify.annotations.NullMarked;
