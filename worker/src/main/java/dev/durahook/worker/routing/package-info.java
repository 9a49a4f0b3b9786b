/** Routes to destinations, and handlers: what is declared for event types that have no workflow of their own. */
@NullMarked
package dev.durahook.worker.routing;

import org.jspecify.annotations.NullMarked;
