/** Handlers to copy: each package is a whole one. Compiled and tested with everything else, never published. */
@NullMarked
package dev.durahook.examples;

import org.jspecify.annotations.NullMarked;
