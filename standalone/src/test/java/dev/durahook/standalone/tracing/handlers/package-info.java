/** The workflow of an author, for the tests of traces. */
@NullMarked
package dev.durahook.standalone.tracing.handlers;

import org.jspecify.annotations.NullMarked;
