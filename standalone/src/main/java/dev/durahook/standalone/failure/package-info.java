/** Reports the failures that stop the start, each with its remedy. */
@NullMarked
package dev.durahook.standalone.failure;

import org.jspecify.annotations.NullMarked;
