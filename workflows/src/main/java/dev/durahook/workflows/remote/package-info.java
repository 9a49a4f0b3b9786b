/** Workflows of other workers: which events start a workflow on a task queue that Durahook's worker does not serve. */
@NullMarked
package dev.durahook.workflows.remote;

import org.jspecify.annotations.NullMarked;
