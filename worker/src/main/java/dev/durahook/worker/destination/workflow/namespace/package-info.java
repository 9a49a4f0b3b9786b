/** Clients of the namespaces whose workflows get events. */
@NullMarked
package dev.durahook.worker.destination.workflow.namespace;

import org.jspecify.annotations.NullMarked;
