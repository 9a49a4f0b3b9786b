/** Plans which handlers and destinations get an event of a type that has no workflow of its own. */
@NullMarked
package dev.durahook.worker.routing;

import org.jspecify.annotations.NullMarked;
