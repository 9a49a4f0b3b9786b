/**
 * Surrounds each run of a workflow: parks an event whose workflow can't begin or would fail, and hands on to a new run
 * what the new run must know.
 */
@NullMarked
package dev.durahook.workflows.runs;

import org.jspecify.annotations.NullMarked;
