/**
 * The kind of destination that is a workflow of the application: an event is handed over to the running workflow that its
 * values name, as an update or as a signal.
 */
@NullMarked
package dev.durahook.worker.destination.workflow;

import org.jspecify.annotations.NullMarked;
