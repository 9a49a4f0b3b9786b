/** Passes the body of an event to its steps, even if the body is large. */
@NullMarked
package dev.durahook.workflows.body;

import org.jspecify.annotations.NullMarked;
