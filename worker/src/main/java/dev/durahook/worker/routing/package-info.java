/** What is declared for event types that have no workflow of their own: routes to destinations, and handlers. */
@NullMarked
package dev.durahook.worker.routing;

import org.jspecify.annotations.NullMarked;
