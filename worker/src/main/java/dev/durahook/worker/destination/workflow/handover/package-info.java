/** Hands one event over to a running workflow, as an update or a signal, once. */
@NullMarked
package dev.durahook.worker.destination.workflow.handover;

import org.jspecify.annotations.NullMarked;
