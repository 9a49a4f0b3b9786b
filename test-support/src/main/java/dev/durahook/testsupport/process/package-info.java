/** Processes that a test starts, signals and kills. */
@NullMarked
package dev.durahook.testsupport.process;

import org.jspecify.annotations.NullMarked;
