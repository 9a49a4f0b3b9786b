/** Decides which steps an event has, if its type has no workflow of its own. */
@NullMarked
package dev.durahook.workflows.routing;

import org.jspecify.annotations.NullMarked;
