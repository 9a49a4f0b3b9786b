/** Tells whether an event has the values that a route asks for. */
@NullMarked
package dev.durahook.workflows.condition;

import org.jspecify.annotations.NullMarked;
