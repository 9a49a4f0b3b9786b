/** Which steps an event's type leads to, when no workflow of its own takes it. */
@NullMarked
package dev.durahook.workflows.routing;

import org.jspecify.annotations.NullMarked;
