/** A real Temporal server that a test can stop, freeze and kill, and what it stores. */
@NullMarked
package dev.durahook.testsupport.temporal;

import org.jspecify.annotations.NullMarked;
